import type { CardRole } from '../lib/notes/card.ts';
import { Say } from './Say.tsx';

/** Post or form, then from-to. */
export const RoleLine = ({ role }: { role: CardRole }) => (
  <p class="role">
    <b>
      <Say text={role.text} />
    </b>
    {role.dates && (
      <>
        {'\u00a0· '}
        <span class="d">
          <Say text={role.dates} />
        </span>
      </>
    )}
  </p>
);
