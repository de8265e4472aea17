import type { CardProvenance } from '../lib/notes/card.ts';
import { Say } from './Say.tsx';

/** One source, in the one form every source has: under the statement, source as link, its date, when it was read. */
export function Prov({ provenance: { source, url, date, seen, pack } }: { provenance: CardProvenance }) {
  return (
    <p class="prov">
      <a href={url} target="_blank" rel="noreferrer noopener">
        <Say text={source} />
      </a>
      {', '}
      <span>
        <Say text={date} />
      </span>
      {seen && (
        <>
          {'\u00a0· '}
          <span>
            <Say text={seen} />
          </span>
        </>
      )}
      {pack && (
        <>
          {'\u00a0· '}
          <span>
            <Say text={pack} />
          </span>
        </>
      )}
    </p>
  );
}

export const Provs = ({ all }: { all: readonly CardProvenance[] }) => (
  <>
    {all.map((one) => (
      <Prov key={one.url} provenance={one} />
    ))}
  </>
);
