/** Gets the card's script into this frame when it is first wanted, and stands in for it until then. */
import type { CardHost, CardRequest } from '../card/card-host.tsx';

type CreateCardHost = (signal: AbortSignal, onClosed: () => void) => CardHost;

declare global {
  /** Set while the card's script is awaited; called by it in the isolated world that both share. */
  var claimContextCard: ((create: CreateCardHost) => void) | undefined;
}

export interface CardLoader {
  /** Called as soon as a card is likely, so that its script is there when the pointer has rested. */
  prepare(): void;
  /** `isWanted` is asked again when the script has come: the reader may have gone on. */
  show(request: CardRequest, isWanted: () => boolean): Promise<void>;
  readonly host: () => CardHost | null;
}

/** `load` has the background run the card's script here; answering `false`, it is tried again at the next name. */
export function createCardLoader(load: () => Promise<boolean>, signal: AbortSignal, onClosed: () => void): CardLoader {
  let host: CardHost | null = null;
  let loading: Promise<CardHost | null> | null = null;

  async function loaded(): Promise<CardHost | null> {
    const create = await new Promise<CreateCardHost | null>((resolve) => {
      globalThis.claimContextCard = resolve;
      void load().then((done) => done || resolve(null));
    });
    globalThis.claimContextCard = undefined;
    if (create && !signal.aborted) host = create(signal, onClosed);
    else loading = null;
    return host;
  }

  const wanted = (): Promise<CardHost | null> => {
    loading ??= loaded();
    return loading;
  };

  return {
    host: () => host,
    prepare: () => void wanted(),
    async show(request, isWanted) {
      const ready = host ?? (await wanted());
      if (ready && isWanted()) ready.show(request);
    },
  };
}
