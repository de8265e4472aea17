import { useState } from 'preact/hooks';
import type { PackState } from '../lib/messages/holdings.ts';
import { label } from '../lib/text/messages.ts';
import type { Span } from '../lib/text/span.ts';
import { Claim } from './Claim.tsx';
import { Say } from './Say.tsx';
import type { ClaimItem } from './view-models/claims.ts';
import type { Reading } from './view-models/reading.ts';

export interface ClaimsHereProps {
  readonly claims: readonly ClaimItem[];
  /** The article they are of. */
  readonly reading: Reading;
  readonly packs: readonly PackState[];
  readonly onShow: (span: Span) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** The claims in the words a reader selected: who says them, and what was found. */
export function ClaimsHere({ claims, reading, packs, onShow, onCopy }: ClaimsHereProps) {
  const [current, setCurrent] = useState<number | null>(null);
  return (
    <>
      <h2 class="h">
        <Say text={label('look_up_claims')} /> <span>{claims.length}</span>
      </h2>
      <ol>
        {claims.map((claim) => (
          <Claim
            key={claim.index}
            claim={claim}
            filter="all"
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
    </>
  );
}
