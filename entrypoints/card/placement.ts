/** Where a card stands: under its line, the start of its text under the start of the name; never on the line itself. */
import { computePosition, flip, offset, shift, size, type VirtualElement } from '@floating-ui/dom';

/** Between line and card, and between the card's edge and its text. */
const GAP_PX = 9;
const INSET_PX = 16;
const MARGIN_PX = 8;
/** With less room than this on either side of the line, a card is docked to the window's lower edge. */
const MIN_HEIGHT_PX = 140;
/** Narrower windows get a sheet at the lower edge. */
export const NARROW_PX = 760;

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
