/**
 * Serves the gallery and takes its pictures: every board in light, dark, right to left, 200 % text, 320 px and forced
 * colours, for a person to look at. `node test/support/gallery/look.ts FOLDER`; tells of text wider than its window.
 */
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { createViteServer } from 'vitest/node';

const pictures = process.argv[2] ?? join(tmpdir(), 'gallery');
const BOARDS = ['cards', 'popup', 'states', 'options', 'arabic'];
const WAYS: readonly { name: string; query: string; width: number; forced?: true }[] = [
  { name: 'light', query: 'theme=light', width: 2160 },
  { name: 'dark', query: 'theme=dark', width: 2160 },
  { name: 'rtl', query: 'theme=light&dir=rtl', width: 2160 },
  { name: 'text-200', query: 'theme=light&text=200', width: 1280 },
  { name: '320', query: 'theme=dark', width: 320 },
  { name: 'forced', query: '', width: 2160, forced: true },
];

/** The second popup shows its claims, the third its names, the fourth a search. */
async function press(page: Page): Promise<void> {
  const [, claims, names, search] = await page.$$('.window');
  await (await claims?.$('[data-tab="claims"]'))?.click();
  await (await names?.$('[data-tab="names"]'))?.click();
  await (await search?.$('.p-top .ico'))?.click();
  await page.type('.search input', 'im');
}

await mkdir(pictures, { recursive: true });
const server = await createViteServer({
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'error',
  // What the pages import lies outside the gallery's folder.
  server: { host: '127.0.0.1', fs: { strict: false }, watch: null },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
await server.listen();
const url = server.resolvedUrls!.local[0]!;

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});
for (const board of BOARDS) {
  for (const { name, query, width, forced } of WAYS) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800 });
    if (forced) {
      const features = [{ name: 'forced-colors', value: 'active' }];
      await (await page.createCDPSession()).send('Emulation.setEmulatedMedia', { features });
    }
    await page.goto(`${url}?board=${board}&${query}`);
    await page.waitForSelector('.cc');
    if (board === 'popup') await press(page);
    // The fade of a card.
    await new Promise((resolve) => setTimeout(resolve, 250));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) console.log(`${board}, ${name}: ${over} px wider than the window`);
    await page.screenshot({ path: join(pictures, `${board}-${name}.png`), fullPage: true });
    await page.close();
  }
}
await browser.close();
await server.close();
console.log(`Pictures are in ${pictures}`);
