import { Fragment } from 'preact';
import type { MessagePart, Shown } from '../lib/text/messages.ts';
import { Lozenge } from './Lozenge.tsx';
import { useStrings } from './strings.ts';

/** Text of the world is isolated, so that a name in another script does not pull our punctuation along. */
const run = (part: MessagePart, at: number) =>
  part.argument ? <bdi key={at}>{part.text}</bdi> : <Fragment key={at}>{part.text}</Fragment>;

/** A label as words: arguments isolated, what matters strong, what relates to the article's date on the thread. */
export function Say({ text }: { text: Shown }) {
  const parts = useStrings().parts(text);
  const groups: MessagePart[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last?.[0]?.style === part.style) last.push(part);
    else groups.push([part]);
  }
  return (
    <>
      {groups.map((group, at) => {
        const words = group.map(run);
        if (group[0]?.style === 'strong') return <b key={at}>{words}</b>;
        if (group[0]?.style === 'plain') return <Fragment key={at}>{words}</Fragment>;
        return (
          <span class="rel" key={at}>
            <Lozenge />
            {words}
          </span>
        );
      })}
    </>
  );
}
