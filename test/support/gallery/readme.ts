/** Takes the README's two pictures from the built extension on the sample article: `node test/support/gallery/readme.ts`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../../lib/cli/build.ts';
import { pause, Reader } from '../../../lib/cli/reader.ts';

const PICTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'pictures');
const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');

mkdirSync(PICTURES, { recursive: true });
await ensureBuilt('chromium', console.log);
const reader = await Reader.start('chromium', { folder: FIXTURES });
try {
  const article = await reader.open('articles/trade-fire/source.html');
  await article.page.setViewport({ width: 820, height: 1240 });
  await article.marked();
  await article.cardOn('Fifth Corps', 'Fifth Corps');
  await pause(300);
  const clip = { x: 20, y: 500, width: 780, height: 716 };
  await article.page.screenshot({ path: join(PICTURES, 'card.png') as `${string}.png`, clip });
  const popup = await reader.openPopup(article.tabId, { width: 400, height: 600 });
  await pause(200);
  await popup.screenshot({ path: join(PICTURES, 'popup.png') as `${string}.png` });
} finally {
  await reader.stop();
}
