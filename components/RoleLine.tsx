import type { CardRole } from '../lib/notes/card.ts';
import { Say } from './Say.tsx';
import { Then } from './Then.tsx';

/** Post or form, then from-to. */
export const RoleLine = ({ role }: { role: CardRole }) => (
  <p class="role joined">
    <b>
      <Say text={role.text} />
    </b>
    {role.dates && (
      <Then>
        <Say text={role.dates} />
      </Then>
    )}
  </p>
);
