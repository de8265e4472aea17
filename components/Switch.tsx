import type { Shown } from '../lib/text/messages.ts';
import { Say } from './Say.tsx';

/** On or off, told by position and word, not by colour. */
export const Switch = ({ on, text, onChange }: { on: boolean; text: Shown; onChange: (on: boolean) => void }) => (
  <label class="sw">
    <input
      type="checkbox"
      role="switch"
      checked={on}
      aria-checked={on}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>
      <Say text={text} />
    </span>
  </label>
);
