import { useState } from 'preact/hooks';
import type { PackState } from '../lib/messages/holdings.ts';
import { counted, type Label, label } from '../lib/text/messages.ts';
import type { Span } from '../lib/text/span.ts';
import { Claim } from './Claim.tsx';
import { ClaimsExport } from './ClaimsExport.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { type ClaimFilter, type ClaimItem, filtersOf, keeps } from './view-models/claims.ts';
import type { Reading } from './view-models/reading.ts';

const filterLabel = (filter: ClaimFilter, count: number): Label =>
  filter === 'all' || filter === 'findings' || filter === 'unsourced' || filter === 'elsewhere'
    ? label(`claims_filter_${filter}`, String(count))
    : label('claims_filter_kind', label(`finding_label_${filter}`), String(count));

/** Nothing to show is said with what was looked at. */
const Nothing = ({ filter, claims, checks }: { filter: ClaimFilter; claims: number; checks: string }) => (
  <p class="fine" role="status">
    <Say
      text={
        filter === 'unsourced' ? counted('claims_all_sourced', claims) : counted('claims_nothing_found', claims, checks)
      }
    />
  </p>
);

export interface ClaimsTabProps {
  readonly claims: readonly ClaimItem[];
  readonly reading: Reading;
  readonly packs: readonly PackState[];
  readonly onShow: (span: Span) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** The claims in article order; a click scrolls the page to one. */
export function ClaimsTab({ claims, reading, packs, onShow, onCopy }: ClaimsTabProps) {
  const [filter, setFilter] = useState<ClaimFilter>('all');
  const [current, setCurrent] = useState<number | null>(null);
  const t = useStrings();
  if (claims.length === 0) {
    return (
      <>
        <p class="lead">
          <Say text={label('claims_none')} />
        </p>
        <p class="fine">
          <Say text={label('claims_none_text')} />
        </p>
      </>
    );
  }
  const shown = claims.filter((claim) => keeps(filter, claim));
  const checks = packs.reduce((sum, pack) => sum + pack.checks, 0).toLocaleString(t.locale);
  return (
    <>
      <fieldset class="chips">
        <legend class="vh">{t.text(label('claims_show'))}</legend>
        {filtersOf(claims).map(({ filter: one, count }) => (
          <button type="button" key={one} aria-pressed={one === filter} onClick={() => setFilter(one)}>
            <Say text={filterLabel(one, count)} />
          </button>
        ))}
      </fieldset>
      {shown.length === 0 && <Nothing filter={filter} claims={claims.length} checks={checks} />}
      <ol>
        {shown.map((claim) => (
          <Claim
            key={claim.index}
            claim={claim}
            filter={filter}
            reading={reading}
            packs={packs}
            current={claim.index === current}
            onCopy={onCopy}
            onShow={() => {
              setCurrent(claim.index);
              onShow(claim.span);
            }}
          />
        ))}
      </ol>
      {shown.length > 0 && <ClaimsExport claims={shown} reading={reading} packs={packs} onCopy={onCopy} />}
    </>
  );
}
