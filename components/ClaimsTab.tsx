import { useState } from 'preact/hooks';
import type { PackState } from '../lib/messages/holdings.ts';
import { counted, type Label, label } from '../lib/text/messages.ts';
import type { Span } from '../lib/text/span.ts';
import { ClaimsExport } from './ClaimsExport.tsx';
import { Finding } from './Finding.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { type ClaimFilter, type ClaimItem, filtersOf, keeps } from './view-models/claims.ts';
import type { Reading } from './view-models/reading.ts';

/** Sure findings shown before the reader asks for the rest; one more than that is shown outright. */
const FIRST = 2;

/** The surest findings, and the others on request; on paper all that are sure. */
function Findings({ claim: { findings, sure }, filter }: { claim: ClaimItem; filter: ClaimFilter }) {
  const [open, setOpen] = useState(false);
  const wanted = findings.filter(({ kind }) => kind === filter);
  const all = [...wanted, ...findings.filter(({ kind }) => kind !== filter)];
  const first = sure - FIRST < 2 ? sure : FIRST;
  const shown = open ? all.length : first;
  return (
    <>
      <dl class="finds">
        {all.slice(0, Math.max(shown, sure)).map((finding, at) => (
          <Finding key={at} finding={finding} onPaper={at >= shown} focused={open && at === first} />
        ))}
      </dl>
      {shown < all.length && (
        <p class="more-finds">
          <Press
            kind="txt"
            text={counted('claims_more', all.length - shown)}
            expanded={false}
            onPress={() => setOpen(true)}
          />
        </p>
      )}
    </>
  );
}

interface ClaimProps {
  readonly claim: ClaimItem;
  readonly filter: ClaimFilter;
  readonly current: boolean;
  readonly onShow: () => void;
}

/** The claim in the paper's voice, the words in question strong; then who says it; then what was found. */
const Claim = ({ claim, filter, current, onShow }: ClaimProps) => (
  <li class={`claim ${current ? 'at' : ''}`} {...(current ? { 'aria-current': 'true' } : {})}>
    <p class="claim-t">
      <button type="button" title={useStrings().text(label('claims_go'))} onClick={onShow}>
        {claim.runs.map((run, at) =>
          run.strong ? <mark key={at}>{run.text}</mark> : <span key={at}>{run.text}</span>,
        )}
      </button>
    </p>
    <p class="att">
      <Say text={claim.attribution} />
    </p>
    {claim.elsewhere.map((one) => (
      <div class="box elsewhere" key={one.url + one.before}>
        <p>
          <Say text={one.line} />
        </p>
        <p class="say">
          <a href={one.url} target="_blank" rel="noreferrer noopener">
            <Say text={label('quoted', one.before)} />
          </a>
        </p>
      </div>
    ))}
    {claim.findings.length > 0 && <Findings claim={claim} filter={filter} />}
  </li>
);

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
            current={claim.index === current}
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
