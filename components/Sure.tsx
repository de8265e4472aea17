import { useState } from 'preact/hooks';
import type { Shown } from '../lib/text/messages.ts';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';

export interface SureProps {
  readonly text: Shown;
  /** What goes, and what stays. */
  readonly question: Shown;
  readonly yes: Shown;
  readonly no: Shown;
  readonly onYes: () => void;
}

/** What cannot be undone asks once more, in place; the focus is on the way back. */
export function Sure({ text, question, yes, no, onYes }: SureProps) {
  const [asked, setAsked] = useState<'not yet' | 'yes' | 'no'>('not yet');
  if (asked !== 'yes') return <Press kind="btn" text={text} focused={asked === 'no'} onPress={() => setAsked('yes')} />;
  return (
    <span class="sure" role="alert">
      <span>
        <Say text={question} />
      </span>
      <Press
        kind="btn strong"
        text={yes}
        onPress={() => {
          setAsked('no');
          onYes();
        }}
      />
      <Press kind="btn" text={no} focused onPress={() => setAsked('no')} />
    </span>
  );
}
