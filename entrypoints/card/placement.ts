/** Where a card stands: under its line, the start of its text under the start of the name; never on the line itself. */
import { computePosition, flip, offset, shift, size, type VirtualElement } from '@floating-ui/dom';

/** Between line and card, and between the card's edge and its text. */
const GAP_PX = 9;
const INSET_PX = 16;
const MARGIN_PX = 8;
/** With less room than this on either side of the line, a card is docked to an edge of the window. */
const MIN_HEIGHT_PX = 140;
/** Narrower windows get a sheet at an edge. */
export const NARROW_PX = 760;
/** A sheet stays at the lower edge, near the thumb, as long as it has this much room under the name. */
const SHEET_PX = 260;

/** Places a card beside one rectangle of a name; answers `false` when there is no room and it should be docked. */
export async function placeCard(card: HTMLElement, rect: DOMRect, around: Element | null): Promise<boolean> {
  const reference: VirtualElement = {
    getBoundingClientRect: () => rect,
    ...(around && { contextElement: around }),
  };
  let room = 0;
  const { x, y } = await computePosition(reference, card, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset({ mainAxis: GAP_PX, alignmentAxis: -INSET_PX }),
      flip({ padding: MARGIN_PX, fallbackStrategy: 'bestFit', crossAxis: false }),
      shift({ padding: MARGIN_PX }),
      size({
        padding: MARGIN_PX,
        apply({ availableHeight }) {
          room = availableHeight;
          card.style.setProperty('--room', `${Math.floor(availableHeight)}px`);
        },
      }),
    ],
  });
  card.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  return room >= MIN_HEIGHT_PX;
}

/**
 * Docks a card to the lower edge, or to the upper one where the name stands low in the window; it grows no further than
 * the name. Decided by where the name is and not by the card's height, so that a card that fills up stays where it is.
 */
export function dockCard(card: HTMLElement, rects: readonly DOMRect[]): void {
  const above = Math.min(...rects.map(({ top }) => top)) - GAP_PX;
  const below = innerHeight - Math.max(...rects.map(({ bottom }) => bottom)) - GAP_PX;
  const isLow = below < SHEET_PX && above > below;
  card.dataset.edge = isLow ? 'top' : 'bottom';
  card.style.setProperty('--room', `${Math.floor(isLow ? above : below)}px`);
}
