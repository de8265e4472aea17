/** "Look up in notes": what is held on a text the reader selected. */
import { browser } from 'wxt/browser';
import { citeReport } from '../../lib/checks/citations.ts';
import { type LookupHit, lookupChecks } from '../../lib/checks/lookup.ts';
import { termsOf } from '../../lib/checks/words.ts';
import type { HeldCheck, LookedUp } from '../../lib/messages/reading.ts';
import type { Note, NoteId } from '../../lib/notes/note.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import type { Library } from './library.ts';
import { searchNotes } from './search.ts';

const MENU = 'look-up';
const MOST_CHECKS = 5;
/** A check with less of the best one's score is about something else. */
const NEAR_THE_BEST = 0.5;
/** One word in common is chance; a text of one word has no more. */
const LEAST_SHARED = 2;
/** A selection up to this length is also searched for as words of a note. */
const MOST_SEARCHED = 100;

/** Puts the entry into the menu of a selection. Asked for again at every start: browsers differ in what they keep. */
export async function offerLookUp(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: MENU,
    title: browser.i18n.getMessage('menu_look_up' as never),
    contexts: ['selection'],
  });
}

/**
 * Opens our page on the selection, beside the article. The text is handed over in the browser's session memory: in an
 * address it would be written into the history.
 */
export async function openLookUp(menu: unknown, text: string | undefined, tabId: number | undefined): Promise<void> {
  if (menu !== MENU || !text) return;
  await browser.storage.session.set({ [MENU]: text });
  const url = browser.runtime.getURL(`/popup.html?look-up${tabId === undefined ? '' : `&tab=${tabId}`}` as never);
  // Browsers on phones have no windows.
  if (browser.windows) await browser.windows.create({ url, type: 'popup', width: 440, height: 680 });
  else await browser.tabs.create({ url });
}

async function notesFor(library: Library, text: string): Promise<Note[]> {
  const { mentions } = await library.findNames(articleFromText({ id: MENU, text }));
  const ids = new Set<NoteId>();
  for (const { note, candidates } of mentions) {
    for (const id of note === null ? candidates.map((candidate) => candidate.note) : [note]) ids.add(id);
  }
  const held = await library.notesWithReferences(ids);
  const named = [...ids].flatMap((id) => held.get(id)?.[0]?.note ?? []);
  return named.length > 0 || text.length > MOST_SEARCHED ? named : searchNotes(library, text);
}

async function checksFor(library: Library, text: string): Promise<HeldCheck[]> {
  const index = await library.checks();
  const asked = new Set(termsOf(text));
  const shares = ({ at }: LookupHit): boolean => {
    const { claim, also, holds = '' } = index.checks[at]!;
    const shared = new Set(termsOf([claim, ...also, holds].join(' ')).filter((term) => asked.has(term)));
    return shared.size >= Math.min(LEAST_SHARED, asked.size);
  };
  const hits = lookupChecks(index, { text }, MOST_CHECKS);
  const best = hits[0]?.score ?? 0;
  const near = hits.filter((hit) => hit.score > 0 && hit.score >= NEAR_THE_BEST * best && shares(hit));
  const checks = near.map(({ at }) => index.checks[at]!);
  const outlets = await library.notesWithReferences(
    checks.flatMap(({ reports }) => reports.flatMap((r) => r.outlet ?? [])),
  );
  const notes = new Map([...outlets].flatMap(([id, [first]]) => (first ? [[id, first.note] as const] : [])));
  return checks.map(({ id, claim, finding, part, explain, reports }) => ({
    id,
    claim,
    finding,
    part: part ?? null,
    explain,
    citations: reports.map((report) => citeReport(report, notes)),
  }));
}

export async function lookUp(library: Library, text: string): Promise<LookedUp> {
  const [notes, checks] = await Promise.all([notesFor(library, text), checksFor(library, text)]);
  return { text, notes, checks };
}
