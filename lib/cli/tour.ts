/** The main job as a person would do it: read, rest on a name of each kind, open the popup; a picture of each. */
import { join } from 'node:path';
import type { TabReading } from '../messages/reading.ts';
import type { EntityKind } from '../notes/note.ts';
import type { Running } from './browsers.ts';
import { type OpenArticle, pause, Reader } from './reader.ts';
import { UsageError } from './usage-error.ts';

export interface Tour {
  readonly reading: TabReading;
  readonly pictures: readonly string[];
}

const POPUP = { width: 400, height: 600 };

export async function tour(running: Running, url: string, folder: string, say: (line: string) => void): Promise<Tour> {
  const reader = new Reader(running);
  const pictures: string[] = [];
  const article = await reader.open(url).catch((error: Error) => {
    throw new UsageError(`${url} could not be opened: ${error.message.replace(/ at .*/s, '')}.`);
  });
  const { tabId } = article;
  say('Reading the article ...');
  await article.marked().catch(() => say('Nothing was marked on this page; the popup says why.'));

  const answer = await reader.ask('readTab', { tabId });
  if (!answer.ok) throw new Error(`the tab could not be read: ${answer.failure.message}`);
  const reading = answer.value;

  async function picture(name: string, page = article.page): Promise<void> {
    const path = join(folder, `${running.name}-${name}.png`) as `${string}.png`;
    await page.screenshot({ path });
    pictures.push(path);
  }

  if (reading.state === 'read') {
    for (const [kind, words] of oneOfEachKind(reading)) {
      say(`Resting the pointer on “${words}” ...`);
      await article.page.bringToFront();
      if (await openCard(article, words)) await picture(`card-${kind}`);
    }
  }

  say('Opening the popup ...');
  const popup = await reader.openPopup(tabId, POPUP);
  for (const tab of ['sources', 'claims', 'names']) {
    const button = await popup.$(`[role="tab"][data-tab="${tab}"]`);
    await button?.click();
    await pause(150);
    await picture(`popup-${tab}`, popup);
    if (!button) break;
  }
  await popup.close();
  await article.page.bringToFront();
  return { reading, pictures };
}

/** The first name of each kind, with a note where there is one. */
function oneOfEachKind(reading: TabReading & { state: 'read' }): [EntityKind, string][] {
  const mentions = reading.articles[0]?.analysis.mentions ?? [];
  return (['outlet', 'official', 'unit'] as const).flatMap((kind) => {
    const ofKind = mentions.filter((mention) => mention.kind === kind);
    const mention = ofKind.find((each) => each.note !== null) ?? ofKind[0];
    return mention ? [[kind, mention.text.replace(/\s+/g, ' ')] as [EntityKind, string]] : [];
  });
}

async function openCard(article: OpenArticle, words: string): Promise<boolean> {
  try {
    await article.cardOn(words, '');
    // The card fades in for 120 ms.
    await pause(250);
    return true;
  } catch {
    return false;
  }
}
