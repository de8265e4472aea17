import { useLayoutEffect, useRef } from 'preact/hooks';
import { MAX_SEARCHED } from '../lib/messages/limits.ts';
import { type Label, label } from '../lib/text/messages.ts';
import { CLOSE, Icon, SEARCH } from './Icon.tsx';
import { useStrings } from './strings.ts';

export interface SearchFieldProps {
  readonly query: string;
  readonly hint: Label;
  readonly onInput: (query: string) => void;
  readonly onClear?: () => void;
  /** Takes the focus when it appears, the caret after what is typed. */
  readonly focused?: boolean;
}

export function SearchField({ query, hint, onInput, onClear, focused }: SearchFieldProps) {
  const t = useStrings();
  const input = useRef<HTMLInputElement>(null);
  // Only when it appears: later the caret is the reader's. Before the next key: an effect after it would move the caret.
  useLayoutEffect(() => {
    if (!focused || !input.current) return;
    input.current.focus();
    input.current.setSelectionRange(query.length, query.length);
  }, []);
  return (
    <div class="field">
      <Icon path={SEARCH} />
      <input
        type="text"
        ref={input}
        value={query}
        placeholder={t.text(hint)}
        aria-label={t.text(hint)}
        spellcheck={false}
        maxLength={MAX_SEARCHED}
        autocomplete="off"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {onClear && (
        <button type="button" class="ico" aria-label={t.text(label('search_clear'))} onClick={onClear}>
          <Icon path={CLOSE} />
        </button>
      )}
    </div>
  );
}
