import { useState } from 'preact/hooks';
import type { PackOffer } from '../lib/messages/holdings.ts';
import type { Failure } from '../lib/messages/result.ts';
import { label, type Shown } from '../lib/text/messages.ts';
import { showDate } from '../lib/text/show-date.ts';
import { showSize } from '../lib/text/show-size.ts';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { amount } from './view-models/amount.ts';
import { failureText } from './view-models/failure.ts';

/** Where the adding of a pack stands. */
export type AddState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'offered'; readonly offer: PackOffer }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface AddPackProps {
  readonly add: AddState;
  /** Already in the field when the page opens, for a pack that was offered elsewhere. */
  readonly address: string;
  readonly onLook: (address: string) => void;
  readonly onTrust: (offer: PackOffer) => void;
  readonly onCancelAdd: () => void;
}

/** Everything the reader is asked about: who, what, how large, and by which key it is known from then on. */
function Offer({ offer, onTrust, onCancelAdd }: { offer: PackOffer } & Pick<AddPackProps, 'onTrust' | 'onCancelAdd'>) {
  const { locale } = useStrings();
  const lines: Shown[] = [
    label('add_from', offer.publisher, offer.host),
    label('add_revision', String(offer.revision), showDate(offer.date, locale)),
    label(
      'add_size',
      amount('notes_count', offer.notes, locale),
      amount('checks_count', offer.checks, locale),
      showSize(offer.bytes, locale),
    ),
  ];
  return (
    <div class="box offer">
      <h3>
        <bdi>{offer.title}</bdi>
      </h3>
      {offer.description !== undefined && (
        <p class="say">
          <bdi>{offer.description}</bdi>
        </p>
      )}
      {lines.map((line, at) => (
        <p class="fine" key={at}>
          <Say text={line} />
        </p>
      ))}
      <p class="lab">
        <Say text={label('add_key')} />
      </p>
      {offer.keys.map(({ key, fingerprint }) => (
        <p class="num key" key={key}>
          {fingerprint}
        </p>
      ))}
      <p class="fine">
        <Say text={label(`add_key_${offer.knownBy}`)} />
      </p>
      {offer.known && (
        <p class="say">
          <Say text={label(`add_known_${offer.known}`)} />
        </p>
      )}
      <div class="acts">
        {offer.known !== 'added' && offer.known !== 'taken' && (
          <Press kind="btn strong" text={label('add_trust')} onPress={() => onTrust(offer)} />
        )}
        <Press kind="btn" text={label('add_cancel')} onPress={onCancelAdd} />
      </div>
    </div>
  );
}

/** A pack is added by its address; nothing is kept before the reader has seen the key and said so. */
export function AddPack({ add, address, onLook, onTrust, onCancelAdd }: AddPackProps) {
  const t = useStrings();
  const [text, setText] = useState(address);
  if (add.kind === 'offered') return <Offer offer={add.offer} onTrust={onTrust} onCancelAdd={onCancelAdd} />;
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        onLook(text);
      }}
    >
      <h3>
        <label for="pack-address">
          <Say text={label('add_title')} />
        </label>
      </h3>
      <p class="fine">
        <Say text={label('add_hint')} />
      </p>
      <div class="acts">
        <input
          id="pack-address"
          type="text"
          inputMode="url"
          dir="ltr"
          value={text}
          placeholder={t.text(label('add_example'))}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="btn strong" disabled={add.kind === 'looking' || text.trim() === ''}>
          <Say text={label(add.kind === 'looking' ? 'add_looking' : 'add_look')} />
        </button>
      </div>
      {add.kind === 'failed' && (
        <p class="say" role="alert">
          <Say text={add.failure.code === 'source' ? label('add_no_address') : failureText(add.failure, t)} />
        </p>
      )}
    </form>
  );
}
