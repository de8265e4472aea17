/** From a name to its card: first that it is being fetched, where that takes a while, then the card or why there is none. */
import type { CardView } from '../../components/HoverCard.tsx';
import type { Mention } from '../../lib/gazetteer/mention.ts';
import type { Result } from '../../lib/messages/result.ts';
import type { EntityCard } from '../../lib/notes/card.ts';
import type { CardHost, CardRequest } from './card-host.tsx';

/** A card that is answered sooner is drawn once, without a "loading" first. */
const LOADING_AFTER_MS = 120;

/** A name whose card is wanted, and the answer that is on its way. */
export interface CardOrder
  extends Pick<CardRequest, 'approach' | 'theme' | 'textSize' | 'rects' | 'near' | 'around' | 'onRetry'> {
  readonly mention: Mention;
  readonly answer: Promise<Result<EntityCard>>;
  /** Asked before each drawing: the reader may have gone on. */
  readonly isWanted: () => boolean;
  readonly onReject: () => void;
  readonly onOwn: () => void;
}

export function openCard(host: CardHost, order: CardOrder): void {
  const { mention, answer, isWanted, onReject, onOwn, ...request } = order;
  const entity = mention.kind;
  const name = mention.text.replace(/\s+/g, ' ');
  const closing = (act: () => void) => (): void => {
    host.close();
    act();
  };
  const draw = (view: CardView): void => {
    if (!isWanted()) return;
    const { around } = request;
    host.show({
      ...request,
      key: mention,
      view,
      dir: around && getComputedStyle(around).direction === 'rtl' ? 'rtl' : 'ltr',
      onReject: closing(onReject),
      onOwn: closing(onOwn),
    });
  };
  const loading = setTimeout(() => draw({ kind: 'loading', name, entity }), LOADING_AFTER_MS);
  void answer.then((result) => {
    clearTimeout(loading);
    draw(
      result.ok
        ? { kind: 'ready', card: result.value }
        : { kind: 'failed', name, entity, failure: { key: 'card_failed', args: [] } },
    );
  });
}
