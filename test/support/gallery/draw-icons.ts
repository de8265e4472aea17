/** Draws the extension's icons from their one source: `node test/support/gallery/draw-icons.ts`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const ICONS = join(import.meta.dirname, '../../../entrypoints/public/icon');
/** What Chromium and Firefox ask for, in px. */
const SIZES = [16, 32, 48, 96, 128];

const svg = await readFile(join(ICONS, 'mark.svg'), 'utf8');
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? 'chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
  await page.screenshot({ path: `${ICONS}/${size}.png`, omitBackground: true });
}
await browser.close();
