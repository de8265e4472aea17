import type { Shown } from '../lib/text/messages.ts';
import { Say } from './Say.tsx';
import { useFocus } from './use-focus.ts';

export interface PressProps {
  /** `btn` bordered, `btn strong` the one thing to do, `txt` a quiet word, `more` one in a line of provenance. */
  readonly kind: 'btn' | 'btn strong' | 'txt' | 'more';
  readonly text: Shown;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  /** Takes the focus when it appears: it stands where another button was pressed. */
  readonly focused?: boolean;
  readonly onPress: () => void;
}

/** A button with words. They stand in one box, so that a flex layout does not eat the spaces between their parts. */
export const Press = ({ kind, text, expanded, disabled, focused = false, onPress }: PressProps) => (
  <button
    ref={useFocus<HTMLButtonElement>(focused)}
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
