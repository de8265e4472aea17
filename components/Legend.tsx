import type { EntityKind } from '../lib/notes/note.ts';
import { ENTITY_KINDS } from '../lib/notes/note.ts';
import { label } from '../lib/text/messages.ts';
import { Icon, KIND_ICONS } from './Icon.tsx';
import { Name } from './Name.tsx';
import { Say } from './Say.tsx';

/** A name for each kind, as they are met in the news. */
export const SAMPLE: Readonly<Record<EntityKind, string>> = {
  outlet: 'Al-Ahram',
  official: 'Maher al-Assad',
  unit: 'Fourth Division',
};

/** What the marks on a page mean and how a note is opened: where there is no article that shows it. */
export const Legend = () => (
  <>
    <h2 class="h">
      <Say text={label('legend_title')} />
    </h2>
    <ul class="legend">
      {ENTITY_KINDS.map((kind) => (
        <li key={kind}>
          <Icon path={KIND_ICONS[kind]} class={`g ${kind}`} />
          <span class="say">
            <Name text={SAMPLE[kind]} kind={kind} />
          </span>
          <span class="fine">
            <Say text={label(`legend_${kind}`)} />
          </span>
        </li>
      ))}
    </ul>
    <p class="fine">
      <Say text={label('legend_open')} />
    </p>
  </>
);
