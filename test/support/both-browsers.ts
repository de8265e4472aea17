import { afterAll, beforeAll, describe } from 'vitest';
import type { BrowserName, LaunchOptions } from '../../lib/cli/browsers.ts';
import { Reader } from '../../lib/cli/reader.ts';
import type { MadePage } from '../../lib/cli/serve-folder.ts';

const FIXTURES = new URL('../fixtures', import.meta.url).pathname;

/** One reader at one browser for a block of tests, closed at its end. `reader()` is it, once the block has begun. */
function atBrowser(name: BrowserName, made: MadePage | undefined, options: Partial<LaunchOptions>): () => Reader {
  let reader: Reader | undefined;
  beforeAll(async () => {
    reader = await Reader.start(name, { folder: FIXTURES, ...(made && { made }), ...options });
  });
  afterAll(() => reader?.stop());
  return () => reader!;
}

/** The same tests in Chromium and in Firefox. `pages` are made pages by path; other paths are the fixtures' files. */
export function inBothBrowsers(
  title: string,
  pages: Readonly<Record<string, () => string>>,
  tests: (reader: () => Reader, name: BrowserName) => void,
  options: (name: BrowserName) => Partial<LaunchOptions> = () => ({}),
): void {
  const made: MadePage = (path) => pages[path.slice(1)]?.();
  describe.each(['chromium', 'firefox'] as const)(`${title} (%s)`, (name) => {
    tests(atBrowser(name, made, options(name)), name);
  });
}
