import type { EntityKind } from '../lib/notes/note.ts';
import { label, type Shown } from '../lib/text/messages.ts';
import { CLOSE, Icon, KIND_ICONS, PIN } from './Icon.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';

export interface CardTopProps {
  readonly kind: EntityKind;
  readonly heading: Shown;
  readonly pinned?: boolean;
  readonly onPin?: (pinned: boolean) => void;
  readonly onClose?: () => void;
}

/** The first line: kind and side, then the two controls. */
export function CardTop({ kind, heading, pinned, onPin, onClose }: CardTopProps) {
  const t = useStrings();
  return (
    <header class="card-top">
      <p class="kind">
        <Icon path={KIND_ICONS[kind]} class={`g ${kind}`} />
        <span>
          <Say text={heading} />
          {pinned && <Say text={label('card_pinned')} />}
        </span>
      </p>
      <div class="tools">
        {onPin && (
          <button
            type="button"
            class="ico"
            aria-label={t.text(label('card_pin'))}
            aria-pressed={pinned === true}
            onClick={() => onPin(!pinned)}
          >
            <Icon path={PIN} />
          </button>
        )}
        {onClose && (
          <button type="button" class="ico" aria-label={t.text(label('card_close'))} onClick={onClose}>
            <Icon path={CLOSE} />
          </button>
        )}
      </div>
    </header>
  );
}
