/**
 * `npm start`: the main job on a real article in a real browser. Builds what is out of date, serves a sample article (or
 * the one given) on loopback, opens a browser with the extension, lets it read, rests the pointer on names, opens the
 * popup, and prints what was found and where the pictures are. With a display the browser stays open.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { launch, MissingBrowser } from './browsers.ts';
import { ensureBuilt } from './build.ts';
import { type Program, runWith } from './command.ts';
import { readInput } from './read-input.ts';
import { ROOT } from './root.ts';
import { type Served, serveFolder } from './serve-folder.ts';
import { showReading } from './show-reading.ts';
import { serveSignedPack } from './signed-pack.ts';
import { textAsPage } from './text-as-page.ts';
import { tour } from './tour.ts';
import { runProgram, UsageError } from './usage-error.ts';
import { englishWording } from './wording.ts';

const USAGE = `Usage: npm start [-- [--browser chromium|firefox] [--headless] FILE-or-URL]

Shows what the extension does with an article: a .html or .txt file, an address, or the sample article.`;
const SAMPLE = join(ROOT, 'test', 'fixtures', 'articles', 'trade-fire', 'source.html');
const PICTURES = join(ROOT, '.output', 'screenshots');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A screen to put a window on. macOS and Windows always have one; elsewhere a display server says so. */
const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

async function serveArticle(file: string): Promise<{ served: Served; url: string }> {
  const content = await readInput(file);
  const name = `${basename(file, extname(file))}.html`;
  const page = /\.html?$/i.test(file) ? content : textAsPage(content);
  const served = await serveFolder(dirname(resolve(file)), (path) =>
    path === `/${encodeURI(name)}` ? page : undefined,
  );
  return { served, url: `${served.url}/${encodeURI(name)}` };
}

const start: Program = {
  usage: USAGE,
  options: { browser: { type: 'string' }, headless: { type: 'boolean' } },
  takes: 1,
  async run(given) {
    const name = given.text('browser') ?? 'chromium';
    if (name !== 'chromium' && name !== 'firefox')
      throw new UsageError(`--browser is chromium or firefox, not “${name}”.`);
    const headless = given.flag('headless') || !hasDisplay();
    const article = given.args[0] ?? SAMPLE;

    const { served, url } = /^https?:\/\//.test(article) ? { served: null, url: article } : await serveArticle(article);
    const extension = await ensureBuilt(name, say);
    const pack = await serveSignedPack(join(ROOT, '.output', 'pack'));
    say(
      'Serving the starter notes as a signed pack, for trying out syncing; it is added in the settings by its address:',
    );
    say(`  ${pack.address}`);
    if (served) say(`Serving the article at ${url}`);
    say(`Opening ${name === 'chromium' ? 'Chromium' : 'Firefox'} with the extension ...`);
    const running = await launch(name, { extension, headless, say, width: 1180, height: 960 }).catch((error) => {
      if (error instanceof MissingBrowser) throw new UsageError(error.message);
      throw error;
    });
    await mkdir(PICTURES, { recursive: true });
    // A page without an official would else be shown with the official of the page before.
    for (const old of await readdir(PICTURES)) if (old.startsWith(`${name}-`)) await rm(join(PICTURES, old));
    try {
      const { reading, pictures } = await tour(running, url, PICTURES, say);
      say(
        showReading(reading, await englishWording(), {
          colour: process.stdout.isTTY,
          columns: process.stdout.columns ?? 100,
        }),
      );
      say('Pictures:');
      for (const picture of pictures) say(`  ${relative(process.cwd(), picture)}`);
      if (!headless) {
        say(
          '\nThe browser stays open: rest the pointer on a marked name, or press the toolbar button. Close it to end.',
        );
        await new Promise<void>((done) => running.browser.once('disconnected', () => done()));
      }
    } finally {
      await running.browser.close().catch(() => {});
      await pack.served.close();
      await served?.close();
    }
    return 0;
  },
};

await runProgram(() => runWith(start, process.argv.slice(2)));
