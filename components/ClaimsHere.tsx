import { label } from '../lib/text/messages.ts';
import { ClaimList, type ClaimListProps } from './ClaimList.tsx';
import { Say } from './Say.tsx';

export type ClaimsHereProps = Omit<ClaimListProps, 'filter'>;

/** The claims in the words a reader selected: who says them, and what was found. */
export const ClaimsHere = (props: ClaimsHereProps) => (
  <>
    <h2 class="h">
      <Say text={label('look_up_claims')} /> <span>{props.claims.length}</span>
    </h2>
    <ClaimList {...props} filter="all" />
  </>
);
