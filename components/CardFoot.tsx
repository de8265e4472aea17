import { useState } from 'preact/hooks';
import type { EntityCard } from '../lib/notes/card.ts';
import { label } from '../lib/text/messages.ts';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { Then } from './Then.tsx';
import { cardAsText } from './view-models/card-copy.ts';

/** The note with its sources, for a reader's own papers; a name without a note has none. */
function Copy({ card, onCopy }: { card: EntityCard; onCopy: (text: string) => Promise<boolean> }) {
  const t = useStrings();
  const [is, setIs] = useState<'copy' | 'copied' | 'not_copied'>('copy');
  return (
    <span role="status">
      <Press
        kind="txt"
        text={label(`card_${is}`)}
        onPress={() => void onCopy(cardAsText(card, t)).then((done) => setIs(done ? 'copied' : 'not_copied'))}
      />
    </span>
  );
}

export interface CardFootProps {
  readonly card: EntityCard;
  readonly why: boolean;
  readonly onWhy: () => void;
  readonly onReject: (() => void) | undefined;
  readonly onOwn: (() => void) | undefined;
  readonly onCopy: ((text: string) => Promise<boolean>) | undefined;
}

/** What a reader can do with a card, and the packs it draws on. An action is shown only when the host can do it. */
export function CardFoot({ card, why, onWhy, onReject, onOwn, onCopy }: CardFootProps) {
  // A name without a note is explained outright: there is nothing else to say of it.
  const explained = card.why.length > 0 && card.state !== 'no-note';
  const rejected =
    card.state === 'no-note' ? 'card_not_a_name' : card.state === 'undecided' ? 'card_neither' : 'card_not_this';
  return (
    <>
      {(explained || onReject || onOwn || onCopy) && (
        <footer class="card-foot">
          {explained && (
            <Press kind="txt" text={label(why ? 'card_why_hide' : 'card_why')} expanded={why} onPress={onWhy} />
          )}
          {onReject && <Press kind="txt" text={label(rejected)} onPress={onReject} />}
          {onOwn && <Press kind="txt" text={label(card.own ? 'card_own_change' : 'card_own')} onPress={onOwn} />}
          {onCopy && card.state !== 'no-note' && <Copy card={card} onCopy={onCopy} />}
        </footer>
      )}
      {card.packs && (
        <p class="packline joined">
          <Say text={card.packs} />
          {card.corrections?.map(({ pack, url }, _, all) => (
            <Then key={url}>
              <a href={url} {...(url.startsWith('https:') && { target: '_blank', rel: 'noreferrer noopener' })}>
                <Say text={all.length === 1 ? label('card_report') : label('card_report_in', pack)} />
              </a>
            </Then>
          ))}
        </p>
      )}
    </>
  );
}
