/**
 * The frames of each tab that a content script runs in. Kept for the browser's session, not in memory: the background
 * may be stopped between the page's reading and the popup's question.
 */
import { browser } from 'wxt/browser';

const keyOf = (tabId: number): string => `frames:${tabId}`;

export async function framesOf(tabId: number): Promise<number[]> {
  const stored = (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)];
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'number') : [];
}

/** Frames of one page load at once: they are written down one after the other, or one would overwrite another. */
let writing: Promise<void> = Promise.resolve();

export function noteFrame(tabId: number, frameId: number): Promise<void> {
  writing = writing.then(async () => {
    const known = await framesOf(tabId);
    if (!known.includes(frameId)) await browser.storage.session.set({ [keyOf(tabId)]: [...known, frameId] });
  });
  return writing;
}

export const forgetFrames = (tabId: number): Promise<void> => browser.storage.session.remove(keyOf(tabId));
