/** What the reader sees on the page: marks, the card, the ring, the current claim; and what pointer and keys do to them. */
import type { CardView } from '../../components/HoverCard.tsx';
import type { Mention } from '../../lib/gazetteer/mention.ts';
import type { Client } from '../../lib/messages/client.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/messages/settings.ts';
import type { TextMap } from '../../lib/page/text-map.ts';
import type { Article } from '../../lib/text/article.ts';
import type { Approach } from '../card/card-host.tsx';
import { createCardLoader } from './card-loader.ts';
import { createMarks } from './highlights.ts';
import { watchPointer } from './hover.ts';
import { createIntent } from './intent.ts';
import { watchKeys } from './keys.ts';
import { markedMentions } from './marked.ts';
import { elementOf, rectsOf, scrollToSpan } from './ranges.ts';
import type { Stage } from './session.ts';
import { type Tone, toneBeside, watchTone } from './tone.ts';

/** A card that is answered sooner is drawn once, without a "loading" first. */
const LOADING_AFTER_MS = 120;

interface Scene {
  readonly article: Article;
  readonly map: TextMap;
  readonly mentions: readonly Mention[];
  readonly marked: ReadonlySet<Mention>;
  /** Of the first mark, when the marks were drawn. */
  readonly tone: Tone;
}

export function createStage(
  ask: Client<BackgroundRequests>,
  signal: AbortSignal,
  mute: (mention: Mention) => void,
): Stage {
  const marks = createMarks(signal);
  const card = createCardLoader(async () => (await ask('loadCard', {})).ok, signal, onClosed);
  let settings: Settings = DEFAULT_SETTINGS;
  let scene: Scene | null = null;
  /** The name whose card follows pointer or keys, and the one the keys last stood on. */
  let current: Mention | null = null;
  let keyed: Mention | null = null;
  let byPointer = false;
  let listening: AbortController | null = null;
  let pointer: { x: number; y: number } | undefined;

  const intent = createIntent<Mention>({
    // A name without a mark asks for a longer rest: nothing has told the reader that a card is there.
    dwellMs: (mention) => settings.dwellMs * (scene?.marked.has(mention) ? 1 : 2),
    lingerMs: () => settings.lingerMs,
    open: (mention) => openCard(mention, 'pointer'),
    close: () => card.host()?.close(),
  });

  function onClosed(): void {
    current = null;
    intent.set(null);
    if (scene) marks.showAt(scene.map, null);
  }

  function openCard(mention: Mention, approach: Approach): void {
    if (!scene) return;
    const { map, article } = scene;
    const element = elementOf(map, mention);
    const key = mention;
    card.prepare();
    const request = {
      key,
      approach,
      theme: settings.theme === 'system' ? toneBeside(element) : settings.theme,
      dir: element && getComputedStyle(element).direction === 'rtl' ? ('rtl' as const) : ('ltr' as const),
      rects: () => (scene ? rectsOf(scene.map, mention) : []),
      near: approach === 'pointer' ? pointer : undefined,
      around: element,
      textSize: settings.textSize,
      onReject: () => {
        card.host()?.close();
        mute(mention);
      },
      onRetry: () => openCard(mention, approach),
      onOwn: () => {
        card.host()?.close();
        void ask('openOwn', { kind: mention.kind, name: mention.text, note: mention.note });
      },
    };
    current = mention;
    // The pointer has no say over a card that keys or a finger opened: it may lie anywhere.
    if (approach !== 'pointer') {
      intent.cancel();
      intent.set(null);
    }
    byPointer = approach === 'pointer';
    marks.showAt(map, mention);

    const draw = (view: CardView): void => {
      void card.show({ ...request, view }, () => current === mention && !signal.aborted);
    };
    const name = mention.text.replace(/\s+/g, ' ');
    const loading = setTimeout(() => draw({ kind: 'loading', name, entity: mention.kind }), LOADING_AFTER_MS);
    const { text, kind, note, candidates, reason, misprint } = mention;
    const asked = { text, kind, note, candidates, reason, ...(misprint && { misprint }) };
    void ask('getCard', { mention: asked, date: article.date }).then((answer) => {
      clearTimeout(loading);
      draw(
        answer.ok
          ? { kind: 'ready', card: answer.value }
          : { kind: 'failed', name, entity: mention.kind, failure: { key: 'card_failed', args: [] } },
      );
    });
  }

  function step(by: 1 | -1): void {
    if (!scene) return;
    const names = scene.mentions.filter(
      (mention) => scene!.marked.has(mention) && rectsOf(scene!.map, mention).length > 0,
    );
    if (names.length === 0) return;
    const at = keyed ? names.findIndex((mention) => mention.start >= keyed!.start) : -1;
    const isOnOne = at >= 0 && names[at]!.start === keyed!.start;
    // From nowhere the first step goes to the first name that is in the window or below it.
    const next = keyed
      ? at < 0
        ? by > 0
          ? 0
          : names.length - 1
        : at + (by > 0 ? (isOnOne ? 1 : 0) : -1)
      : firstInView(names);
    goTo(names[(next + names.length) % names.length]!, true);
  }

  function firstInView(names: readonly Mention[]): number {
    return Math.max(
      0,
      names.findIndex((mention) => (rectsOf(scene!.map, mention)[0]?.bottom ?? -1) > 0),
    );
  }

  function goTo(mention: Mention, open: boolean): void {
    if (!scene) return;
    scrollToSpan(scene.map, mention);
    keyed = mention;
    if (!open) {
      marks.showAt(scene.map, mention);
      return;
    }
    openCard(mention, 'keys');
  }

  /** Pointer and keys are listened to only where there are names. */
  function listen(visit: AbortSignal): void {
    watchPointer({
      signal: visit,
      names: () => scene,
      isCard: (target) => card.host()?.isHost(target) ?? false,
      onOver(place, point) {
        if (place !== 'card') pointer = point;
        if (place !== null && place !== 'card') card.prepare();
        if (scene && place !== 'card' && current === null) marks.showAt(scene.map, place);
        intent.over(place);
      },
      onTap(mention) {
        openCard(mention, 'touch');
      },
      onPressOutside() {
        intent.cancel();
        card.host()?.close();
        if (scene) marks.showClaim(scene.map, []);
      },
      onScroll: () => intent.cancel(),
    });
    watchTone(visit, () => {
      if (scene && toneOf(scene.map, scene.marked) !== scene.tone) {
        scene = { ...scene, tone: toneOf(scene.map, scene.marked) };
        marks.showNames(scene.map, [...scene.marked], settings.oneColour);
      }
    });
    watchKeys({
      signal: visit,
      hasNames: () => scene !== null && scene.mentions.length > 0,
      onStep: step,
      onEscape() {
        intent.cancel();
        return card.host()?.closeAny() ?? false;
      },
    });
  }

  const toneOf = (map: TextMap, [first]: Iterable<Mention>): Tone =>
    first ? toneBeside(elementOf(map, first)) : 'light';

  function leave(): void {
    listening?.abort();
    listening = null;
    scene = null;
    keyed = null;
    current = null;
    intent.set(null);
    card.host()?.closeAll();
    marks.clear();
  }

  return {
    prepare: (map) => marks.prepare(map),
    names(reading, mentions, chosen) {
      settings = chosen;
      if (!reading?.article) {
        leave();
        return;
      }
      if (!listening) {
        listening = new AbortController();
        listen(AbortSignal.any([signal, listening.signal]));
      }
      const { article, map } = reading;
      const marked = markedMentions(article, mentions, settings.marks);
      scene = { article, map, mentions, marked: new Set(marked), tone: toneOf(map, marked) };
      marks.showNames(map, marked, settings.oneColour);
      // Read again, the same name is another object; its card goes on if it still stands there.
      if (current) {
        const same = mentions.find(({ start, text }) => start === current!.start && text === current!.text);
        if (same) {
          current = same;
          if (byPointer) intent.set(same);
          marks.showAt(map, same);
        } else card.host()?.close();
      }
    },
    claim(spans) {
      if (!scene || spans.length === 0) return;
      marks.showClaim(scene.map, spans);
      scrollToSpan(scene.map, spans[0]!);
    },
    goTo,
    step,
  };
}
