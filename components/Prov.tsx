import { useState } from 'preact/hooks';
import type { CardProvenance } from '../lib/notes/card.ts';
import { counted } from '../lib/text/messages.ts';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { Then } from './Then.tsx';
import { useFocus } from './use-focus.ts';

/**
 * One source, in the one form every source has: under the statement, source as link, its date, when it was read.
 * `onPaper` is only seen when printed.
 */
function Prov({ provenance, onPaper, focused }: { provenance: CardProvenance; onPaper: boolean; focused: boolean }) {
  const { source, url, date, seen, pack } = provenance;
  return (
    <p class={`prov joined ${onPaper ? 'on-paper' : ''}`}>
      <a ref={useFocus<HTMLAnchorElement>(focused)} href={url} target="_blank" rel="noreferrer noopener">
        <Say text={source} />
      </a>
      {', '}
      <span class="d">
        <Say text={date} />
      </span>
      {seen && (
        <Then>
          <Say text={seen} />
        </Then>
      )}
      {pack && (
        <Then>
          <Say text={pack} />
        </Then>
      )}
    </p>
  );
}

/** Sources listed before the reader asks for the rest; one more than that is shown outright. */
const FIRST = 2;

/** Every source of a statement, one a line; of a long list the first, then the others on request. */
export function Provs({ all }: { all: readonly CardProvenance[] }) {
  const [open, setOpen] = useState(false);
  const rest = all.length - FIRST;
  const shown = open || rest < 2 ? all.length : FIRST;
  return (
    <>
      {all.map((one, at) => (
        <Prov key={one.url} provenance={one} onPaper={at >= shown} focused={open && at === FIRST} />
      ))}
      {shown < all.length && (
        <p class="prov">
          <Press kind="more" text={counted('prov_more', rest)} expanded={false} onPress={() => setOpen(true)} />
        </p>
      )}
    </>
  );
}
