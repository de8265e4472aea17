/** The keyboard's way through the names. Nothing is taken from a reader who types, or from a page that used the key. */

export interface KeyOptions {
  readonly signal: AbortSignal;
  /** Whether there are names to step through. */
  readonly hasNames: () => boolean;
  readonly onStep: (step: 1 | -1) => void;
  /** Answers whether there was something to close; only then is the key used up. */
  readonly onEscape: () => boolean;
}

export function watchKeys({ signal, hasNames, onStep, onEscape }: KeyOptions): void {
  addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || isTyping(event)) return;
      if (event.key === 'Escape' && !event.altKey) {
        if (onEscape()) use(event);
        return;
      }
      // By the key's place: with Alt, a Mac types a letter of its own. The browser's own shortcut for the same command
      // comes first where it is set, and then the page never sees the key.
      if (event.code !== 'KeyN' || !event.altKey || !hasNames()) return;
      use(event);
      onStep(event.shiftKey ? -1 : 1);
    },
    { signal, capture: true },
  );
}

function use(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Fields, editors and widgets that take letters; buttons and boxes among the inputs do not. */
const TAKES_LETTERS =
  'textarea,select,[role=textbox],[role=searchbox],[role=combobox],[role=application] *,' +
  'input:not([type=button],[type=checkbox],[type=color],[type=file],[type=image],[type=radio],[type=range],[type=reset],[type=submit])';

/** Whether the key goes into a field, an editor or a widget that takes letters. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return false;
  return (
    target.ownerDocument.designMode === 'on' ||
    (target as HTMLElement).isContentEditable ||
    target.matches(TAKES_LETTERS)
  );
}
