import { useState } from 'preact/hooks';
import type { PackState } from '../lib/messages/holdings.ts';
import type { Span } from '../lib/text/span.ts';
import { Claim } from './Claim.tsx';
import type { ClaimFilter, ClaimItem } from './view-models/claims.ts';
import type { Reading } from './view-models/reading.ts';

export interface ClaimListProps {
  readonly claims: readonly ClaimItem[];
  /** What they were chosen by: findings of this kind come first. */
  readonly filter: ClaimFilter;
  /** The article they are of. */
  readonly reading: Reading;
  readonly packs: readonly PackState[];
  readonly onShow: (span: Span) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** Claims in article order; a press on one shows it in the page and marks it here. */
export function ClaimList({ claims, filter, reading, packs, onShow, onCopy }: ClaimListProps) {
  const [current, setCurrent] = useState<number | null>(null);
  return (
    <ol>
      {claims.map((claim) => (
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
  );
}
