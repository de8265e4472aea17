import { useState } from 'preact/hooks';
import { label } from '../lib/text/messages.ts';
import type { Span } from '../lib/text/span.ts';
import { Finding } from './Finding.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { CLAIM_FILTERS, type ClaimFilter, type ClaimItem } from './view-models/claims.ts';

const FILTERS = Object.keys(CLAIM_FILTERS) as ClaimFilter[];

/** The claim in the paper's voice, the words in question strong; then who says it; then what was found. */
const Claim = ({ claim, current, onShow }: { claim: ClaimItem; current: boolean; onShow: () => void }) => (
  <li class={`claim ${current ? 'at' : ''}`} {...(current ? { 'aria-current': 'true' } : {})}>
    <p class="claim-t">
      <button type="button" onClick={onShow}>
        {claim.runs.map((run, at) =>
          run.strong ? <mark key={at}>{run.text}</mark> : <span key={at}>{run.text}</span>,
        )}
      </button>
    </p>
    <p class="att">
      <Say text={claim.attribution} />
    </p>
    {claim.findings.length > 0 && (
      <dl class="finds">
        {claim.findings.map((finding, at) => (
          <Finding key={at} finding={finding} />
        ))}
      </dl>
    )}
  </li>
);

/** The claims in article order; a click scrolls the page to one. */
export function ClaimsTab({ claims, onShow }: { claims: readonly ClaimItem[]; onShow: (span: Span) => void }) {
  const [filter, setFilter] = useState<ClaimFilter>('all');
  const [current, setCurrent] = useState<number | null>(null);
  const t = useStrings();
  if (claims.length === 0) {
    return (
      <p class="lead">
        <Say text={label('claims_none')} />
      </p>
    );
  }
  return (
    <>
      <fieldset class="chips">
        <legend class="vh">{t.text(label('claims_show'))}</legend>
        {FILTERS.map((one) => (
          <button type="button" key={one} aria-pressed={one === filter} onClick={() => setFilter(one)}>
            <Say text={label(`claims_filter_${one}`, String(claims.filter(CLAIM_FILTERS[one]).length))} />
          </button>
        ))}
      </fieldset>
      <ol>
        {claims.filter(CLAIM_FILTERS[filter]).map((claim) => (
          <Claim
            key={claim.index}
            claim={claim}
            current={claim.index === current}
            onShow={() => {
              setCurrent(claim.index);
              onShow(claim.span);
            }}
          />
        ))}
      </ol>
    </>
  );
}
