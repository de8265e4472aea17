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
      if (event.defaultPrevented || event.isComposing || isTyping(event)) return;
      if (event.key === 'Escape' && !event.altKey && !event.ctrlKey && !event.metaKey) {
        if (onEscape()) use(event);
        return;
      }
      // By the key's place: with Alt, a Mac types a letter of its own. The browser's own shortcut for the same command
      // comes first where it is set, and then the page never sees the key.
      const isStep = event.code === 'KeyN' && event.altKey && !event.ctrlKey && !event.metaKey;
      if (!isStep || !hasNames()) return;
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

/** Whether the key goes into a field, an editor or a widget that takes letters. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  if (target.ownerDocument.designMode === 'on' || (target instanceof HTMLElement && target.isContentEditable))
    return true;
  if (target.localName === 'input') return !NOT_TEXT.has(target.getAttribute('type') ?? 'text');
  return target.matches(
    'textarea, select, [role="textbox"], [role="searchbox"], [role="combobox"], [role="application"] *',
  );
}

const NOT_TEXT = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']);
