import type { Shown } from '../lib/text/messages.ts';
import { Say } from './Say.tsx';

export interface PressProps {
  /** `btn` bordered, `btn strong` the one thing to do, `txt` a quiet word, `more` one in a line of provenance. */
  readonly kind: 'btn' | 'btn strong' | 'txt' | 'more';
  readonly text: Shown;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

/** A button with words. They stand in one box, so that a flex layout does not eat the spaces between their parts. */
export const Press = ({ kind, text, expanded, disabled, onPress }: PressProps) => (
  <button
    type="button"
    class={kind}
    disabled={disabled === true}
    {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
    onClick={onPress}
  >
    <span>
      <Say text={text} />
    </span>
  </button>
);
