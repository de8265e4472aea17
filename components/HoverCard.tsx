/**
 * One entity at a glance: a non-modal dialog, labelled by its name. It draws a view it is given and tells what was
 * pressed; where it stands, when it opens and closes, and who has the focus is its host's business.
 * An action is shown only when the host can do it.
 */
import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { EntityCard } from '../lib/notes/card.ts';
import type { EntityKind } from '../lib/notes/note.ts';
import { type Label, label } from '../lib/text/messages.ts';
import { CardBody } from './CardBody.tsx';
import { CardFoot } from './CardFoot.tsx';
import { CardTop } from './CardTop.tsx';
import { Name } from './Name.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';

/** What a card can be: on its way, not to be had, or there. */
export type CardView =
  | { readonly kind: 'loading'; readonly name: string; readonly entity: EntityKind }
  | { readonly kind: 'failed'; readonly name: string; readonly entity: EntityKind; readonly failure: Label }
  | { readonly kind: 'ready'; readonly card: EntityCard };

export interface HoverCardProps {
  readonly view: CardView;
  readonly dir?: 'ltr' | 'rtl';
  readonly pinned?: boolean;
  /** As high as its text, or scrolling inside 70 % of the window with head and actions in place. */
  readonly fit?: boolean;
  /** Gets the dialog, which can take the focus. */
  readonly rootRef?: Ref<HTMLElement>;
  readonly onClose?: () => void;
  readonly onPin?: (pinned: boolean) => void;
  /** "Not this one", and for a name without a note "Not a name". */
  readonly onReject?: () => void;
  readonly onRetry?: () => void;
  /** The reader wants to write of it, or change what is written. */
  readonly onOwn?: () => void;
  /** Puts text on the clipboard; answers whether it is there. */
  readonly onCopy?: (text: string) => Promise<boolean>;
}

function Loading() {
  return (
    <>
      <div class="skel" aria-hidden="true">
        <i />
        <i />
      </div>
      <p class="fine wait" role="status">
        <Say text={label('card_loading')} />
      </p>
    </>
  );
}

function Failed({ failure, onRetry }: { failure: Label; onRetry: (() => void) | undefined }) {
  return (
    <>
      <p class="role" role="status">
        <Say text={failure} />
      </p>
      {onRetry && (
        <div class="acts">
          <Press kind="btn" text={label('card_retry')} onPress={onRetry} />
        </div>
      )}
    </>
  );
}

/** Cards stand in roots of their own beside one another, so an id made per root would not be unique. */
let made = 0;

export function HoverCard(props: HoverCardProps) {
  const { view, dir, pinned, fit, rootRef, onClose, onPin, onReject, onRetry, onOwn, onCopy } = props;
  const [why, setWhy] = useState(false);
  const [id] = useState(() => `card-${++made}`);
  const card = view.kind === 'ready' ? view.card : null;
  const kind = view.kind === 'ready' ? view.card.kind : view.entity;
  const named = card === null || card.state !== 'no-note';
  return (
    <section
      class={`cc card ${pinned ? 'pinned' : ''} ${fit ? 'fit' : ''}`}
      role="dialog"
      aria-labelledby={id}
      aria-busy={view.kind === 'loading'}
      tabindex={-1}
      {...(dir ? { dir } : {})}
      ref={rootRef ?? null}
    >
      <CardTop
        kind={kind}
        heading={card?.heading ?? label(`kind_${kind}`)}
        {...(pinned ? { pinned } : {})}
        {...(onPin ? { onPin } : {})}
        {...(onClose ? { onClose } : {})}
      />
      <h2 id={id}>
        <Name text={card?.name ?? (view as { name: string }).name} kind={named ? kind : null} />
      </h2>
      {view.kind === 'loading' && <Loading />}
      {view.kind === 'failed' && <Failed failure={view.failure} onRetry={onRetry} />}
      {card && (
        <>
          <CardBody card={card} why={why} />
          <CardFoot
            card={card}
            why={why}
            onWhy={() => setWhy(!why)}
            onReject={onReject}
            onOwn={onOwn}
            onCopy={onCopy}
          />
        </>
      )}
    </section>
  );
}
