import type { ComponentChildren } from 'preact';
import type { PackState, StoreState } from '../lib/messages/protocol.ts';
import { label, type Shown } from '../lib/text/messages.ts';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { failureText } from './view-models/failure.ts';

/** What happened, what stays in use, one thing to do. Stands between switch and title and pushes, never covers. */
export const Notice = ({ heading, text, children }: { heading: Shown; text: Shown; children?: ComponentChildren }) => (
  <div class="notice" role="status">
    <h2>
      <Say text={heading} />
    </h2>
    <p>
      <Say text={text} />
    </p>
    {children && <div class="acts">{children}</div>}
  </div>
);

/** The store that keeps nothing, and packs that failed, each in a sentence. */
export function Notices({ store, packs }: { store: StoreState; packs: readonly PackState[] }) {
  const t = useStrings();
  return (
    <>
      {store.kind === 'memory' && <Notice heading={label('notice_memory')} text={label('notice_memory_text')} />}
      {packs.flatMap(({ id, title, failure }) => {
        if (!failure) return [];
        return <Notice key={id} heading={label('notice_pack', title)} text={failureText(failure, t)} />;
      })}
    </>
  );
}
