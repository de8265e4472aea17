import { useState } from 'preact/hooks';
import type { PackState } from '../lib/messages/holdings.ts';
import { counted, label } from '../lib/text/messages.ts';
import { Finding } from './Finding.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { toMarkdown } from './view-models/claim-export.ts';
import type { ClaimFilter, ClaimItem } from './view-models/claims.ts';
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

/** The claim as a researcher's note, with what it cites. */
function CopyClaim({ claim, reading, packs, onCopy }: Pick<ClaimProps, 'claim' | 'reading' | 'packs' | 'onCopy'>) {
  const messages = useStrings();
  const [is, setIs] = useState<'copy' | 'copied' | 'not_copied'>('copy');
  const copy = async (): Promise<void> => {
    const capture = { at: new Date().toISOString(), packs };
    setIs((await onCopy(toMarkdown([claim], reading, capture, messages))) ? 'copied' : 'not_copied');
  };
  return (
    <p class="more-finds" role="status">
      <Press kind="txt" text={label(is === 'copy' ? 'claims_copy_this' : `card_${is}`)} onPress={() => void copy()} />
    </p>
  );
}

export interface ClaimProps {
  readonly claim: ClaimItem;
  readonly filter: ClaimFilter;
  readonly reading: Reading;
  readonly packs: readonly PackState[];
  /** Shown in the page: it is marked on both sides, and can be copied. */
  readonly current: boolean;
  readonly onShow: () => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** The claim in the paper's voice, the words in question strong; then who says it; then what was found. */
export const Claim = ({ claim, filter, reading, packs, current, onShow, onCopy }: ClaimProps) => (
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
    {current && <CopyClaim claim={claim} reading={reading} packs={packs} onCopy={onCopy} />}
  </li>
);
