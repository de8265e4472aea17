/** What the reader sees on the page: marks, the card, the ring, the current claim; and what pointer and keys do to them. */
import type { Mention } from '../../lib/gazetteer/mention.ts';
import type { Client } from '../../lib/messages/client.ts';
import type { NamesOnPage } from '../../lib/messages/names-answer.ts';
import type { BackgroundRequests } from '../../lib/messages/protocol.ts';
import type { Settings } from '../../lib/messages/settings.ts';
import type { TextMap } from '../../lib/page/text-map.ts';
import type { Approach } from '../card/card-host.tsx';
import { createCardLoader } from './card-loader.ts';
import { createMarks } from './highlights.ts';
import { watchPointer } from './hover.ts';
import { createIntent } from './intent.ts';
import { watchKeys } from './keys.ts';
import { elementOf, rectsOf, scrollToSpan } from './ranges.ts';
import type { Stage } from './session.ts';
import { type Tone, toneBeside, watchTone } from './tone.ts';

/** Rest under a held key, in milliseconds: enough to cross a name on the way to another, and for a second key. */
const HELD_MS = 120;

interface Scene extends NamesOnPage {
  readonly map: TextMap;
  /** Of the first mark, when the marks were drawn. */
  readonly tone: Tone;
  readonly settings: Settings;
}

export function createStage(
  ask: Client<BackgroundRequests>,
  signal: AbortSignal,
  mute: (mention: Mention) => void,
): Stage {
  const marks = createMarks(signal);
  const card = createCardLoader(async () => (await ask('loadCard', {})).ok, signal, onClosed);
  let scene: Scene | null = null;
  /** The name whose card follows pointer or keys, and the one the keys last stood on. */
  let current: Mention | null = null;
  let keyed: Mention | null = null;
  /** The name whose card was open when a press began. */
  let pressed: Mention | null = null;
  let byPointer = false;
  let listening: AbortController | null = null;
  let pointer: { x: number; y: number } | undefined;

  const intent = createIntent<Mention>({
    dwellMs(mention) {
      const { settings, marked } = scene!;
      if (settings.opens !== 'rest') return HELD_MS;
      // A name without a mark asks for a longer rest: nothing has told the reader that a card is there.
      return settings.dwellMs * (marked.has(mention) ? 1 : 2);
    },
    lingerMs: () => scene?.settings.lingerMs ?? 0,
    open: (mention) => openCard(mention, 'pointer'),
    close: () => card.host()?.close(),
  });

  function onClosed(): void {
    current = null;
    intent.set(null);
    if (scene) marks.showAt(scene.map, null);
  }

  /** Also of the same name in a later reading, which is another object. */
  const isCurrent = ({ start, text }: Mention): boolean => start === current?.start && text === current.text;

  function openCard(mention: Mention, approach: Approach): void {
    if (!scene) return;
    const { map, date, settings } = scene;
    const around = elementOf(map, mention);
    current = mention;
    byPointer = approach === 'pointer';
    // The pointer has no say over a card that keys or a finger opened: it may lie anywhere.
    if (!byPointer) {
      intent.cancel();
      intent.set(null);
    }
    marks.showAt(map, mention);
    const { text, kind, note, candidates, reason, misprint } = mention;
    const asked = { text, kind, note, candidates, reason, ...(misprint && { misprint }) };
    void card.open({
      mention,
      approach,
      theme: settings.theme === 'system' ? toneBeside(around) : settings.theme,
      textSize: settings.textSize,
      rects: () => (scene ? rectsOf(scene.map, mention) : []),
      near: byPointer || approach === 'click' ? pointer : undefined,
      around,
      answer: ask('getCard', { mention: asked, date }),
      isWanted: () => isCurrent(mention) && !signal.aborted,
      onReject: () => mute(mention),
      onRetry: () => openCard(mention, approach),
      onOwn: () => void ask('openOwn', { kind, name: text, note }),
    });
  }

  function step(by: 1 | -1): void {
    if (!scene) return;
    const names = scene.mentions.filter(
      (mention) => scene!.marked.has(mention) && rectsOf(scene!.map, mention).length > 0,
    );
    const from = keyed?.start;
    // From nowhere the first step goes to the first name that is in the window or below it.
    const next =
      from === undefined
        ? names.find((mention) => rectsOf(scene!.map, mention)[0]!.bottom > 0)
        : by > 0
          ? names.find(({ start }) => start > from)
          : names.findLast(({ start }) => start < from);
    // After the last name comes the first.
    const turned = by > 0 || from === undefined ? names[0] : names.at(-1);
    if (turned) goTo(next ?? turned, true);
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
      onOver(place, point, called) {
        if (place !== 'card') pointer = point;
        if (place !== null && place !== 'card') card.prepare();
        if (scene && place !== 'card' && current === null) marks.showAt(scene.map, place);
        const stays = place === 'card' || (place !== null && byPointer && isCurrent(place));
        intent.over(called || stays ? place : null);
      },
      mayCall: () => current === null || byPointer,
      onTap(mention, by, point) {
        // The press has closed the card of this name: a click on it is the way to do so.
        if (by === 'click' && pressed && pressed.start === mention.start) return;
        pointer = point;
        openCard(mention, by);
      },
      onPressOutside() {
        pressed = current;
        intent.cancel();
        card.host()?.close();
        if (scene) marks.showClaim(scene.map, []);
      },
      onScroll: () => intent.cancel(),
    });
    watchTone(visit, () => {
      const tone = scene && toneOf(scene.map, scene.marked);
      if (scene && tone && tone !== scene.tone) {
        scene = { ...scene, tone };
        marks.showNames(scene.map, [...scene.marked], scene.settings.oneColour);
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
    leave,
    names(map, names, settings) {
      if (!listening) {
        listening = new AbortController();
        listen(AbortSignal.any([signal, listening.signal]));
      }
      scene = { ...names, map, tone: toneOf(map, names.marked), settings };
      marks.showNames(map, [...names.marked], settings.oneColour);
      // Read again, the same name is another object; its card goes on if it still stands there.
      if (current) {
        const same = names.mentions.find(isCurrent);
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
