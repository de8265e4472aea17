/** Opening the side panel: Chromium and Firefox each have a way of their own, and browsers on phones have none. */
import { browser } from 'wxt/browser';

interface SidePanels {
  readonly sidePanel?: { open(where: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}
const api = browser as unknown as SidePanels;
const chromium = (globalThis as { chrome?: SidePanels }).chrome;

/** Asked beforehand: a panel may only be opened in the very turn of the reader's press. */
let windowId: number | undefined;
void browser.windows?.getCurrent().then(
  (window) => {
    windowId = window.id;
  },
  () => {},
);

function open(): void {
  if (api.sidebarAction) void api.sidebarAction.open().then(() => close());
  else if (windowId !== undefined) void chromium?.sidePanel?.open({ windowId }).then(() => close());
}

/** Opens the panel in the popup's place; `undefined` where there is none. */
export const openPanel: (() => void) | undefined = api.sidebarAction || chromium?.sidePanel ? open : undefined;
