import { useState } from 'preact/hooks';
import { counted, type Label, label } from '../lib/text/messages.ts';
import { ClaimList, type ClaimListProps } from './ClaimList.tsx';
import { ClaimsExport } from './ClaimsExport.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { type ClaimFilter, filtersOf, keeps } from './view-models/claims.ts';

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

/** The claims of the article, all or those of one kind; a click scrolls the page to one. */
export function ClaimsTab({ claims, reading, packs, onShow, onCopy }: Omit<ClaimListProps, 'filter'>) {
  const [filter, setFilter] = useState<ClaimFilter>('all');
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
      <ClaimList claims={shown} filter={filter} reading={reading} packs={packs} onShow={onShow} onCopy={onCopy} />
      {shown.length > 0 && <ClaimsExport claims={shown} reading={reading} packs={packs} onCopy={onCopy} />}
    </>
  );
}
