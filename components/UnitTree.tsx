import type { CardUnit } from '../lib/notes/card.ts';
import type { Echelon } from '../lib/notes/note.ts';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';

const cross = (x: number): string => `M${x} 1l3.4 3.4M${x + 3.4} 1l-3.4 3.4`;
const bar = (x: number): string => `M${x} .8v3.8`;

/** Size marks of military maps, above the box: xxxx army, xxx corps, xx division, x brigade, iii regiment, ii battalion. */
const MARKS: Record<Echelon, string> = {
  army: [1.8, 6.8, 11.8, 16.8].map(cross).join(''),
  corps: [4.3, 9.3, 14.3].map(cross).join(''),
  division: [6.8, 11.8].map(cross).join(''),
  brigade: cross(9.3),
  regiment: [7.6, 11, 14.4].map(bar).join(''),
  battalion: [9.3, 12.7].map(bar).join(''),
};

function Unit({ unit }: { unit: CardUnit }) {
  return (
    <div class={`u ${unit.self ? 'self' : ''}`}>
      <svg viewBox="0 0 22 17" aria-hidden="true">
        <rect x="3.5" y="6.7" width="15" height="9.3" />
        {unit.echelon && <path d={MARKS[unit.echelon]} />}
      </svg>
      <span>
        {unit.self ? (
          <b>
            <Say text={unit.name} />
          </b>
        ) : (
          <Say text={unit.name} />
        )}
        {unit.detail && (
          <small>
            <Say text={unit.detail} />
          </small>
        )}
      </span>
    </div>
  );
}

const Under = ({ units }: { units: readonly CardUnit[] }) =>
  units.length > 0 ? (
    <ul>
      {units.map((unit, at) => (
        <li key={at} class={unit.loose ? 'loose' : ''}>
          <Unit unit={unit} />
          <Under units={unit.under} />
        </li>
      ))}
    </ul>
  ) : null;

/** Where a unit stands: what it belongs to, what belongs to it. A nested list, drawn. */
export function UnitTree({ top }: { top: CardUnit }) {
  return (
    <figure class="tree" aria-label={useStrings().text({ key: 'card_tree', args: [] })}>
      <Unit unit={top} />
      <Under units={top.under} />
    </figure>
  );
}
