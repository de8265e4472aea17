/** Gets the card's script into this frame when it is first wanted, and stands in for it until then. */
import type { CardHost } from '../card/card-host.tsx';
import type { CardOrder } from '../card/open-card.ts';

/** The card's script as this one sees it. */
interface LoadedCard extends Omit<CardHost, 'show'> {
  open(order: CardOrder): void;
}
type CreateCard = (signal: AbortSignal, onClosed: () => void) => LoadedCard;

declare global {
  /** Set while the card's script is awaited; called by it in the isolated world that both share. */
  var claimContextCard: ((create: CreateCard) => void) | undefined;
}

export interface CardLoader {
  /** Called as soon as a card is likely, so that its script is there when the pointer has rested. */
  prepare(): void;
  /** Opens a card as soon as the script is there, if it is still wanted then. */
  open(order: CardOrder): Promise<void>;
  readonly host: () => LoadedCard | null;
}

/** `load` has the background run the card's script here; answering `false`, it is tried again at the next name. */
export function createCardLoader(load: () => Promise<boolean>, signal: AbortSignal, onClosed: () => void): CardLoader {
  let host: LoadedCard | null = null;
  let loading: Promise<LoadedCard | null> | null = null;

  async function loaded(): Promise<LoadedCard | null> {
    const create = await new Promise<CreateCard | null>((resolve) => {
      globalThis.claimContextCard = resolve;
      void load().then((done) => done || resolve(null));
    });
    globalThis.claimContextCard = undefined;
    if (create && !signal.aborted) host = create(signal, onClosed);
    else loading = null;
    return host;
  }

  const wanted = (): Promise<LoadedCard | null> => {
    loading ??= loaded();
    return loading;
  };

  return {
    host: () => host,
    prepare: () => void wanted(),
    async open(order) {
      const ready = host ?? (await wanted());
      if (order.isWanted()) ready?.open(order);
    },
  };
}
