/** Finds, installs where that is allowed, and starts a browser with the built extension in it. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

/** Add-on id as in the manifest, and the UUID a test profile gives it, so that its pages have a known address. */
export const FIREFOX_ADDON_ID = 'claim-context@claim-context.example';
const FIREFOX_UUID = '6f0f7b52-3b0e-4b7b-9d6c-0c1a1f7f4c11';

const COMMANDS: Record<BrowserName, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
};
const DEBIAN_PACKAGE: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const MAC_APPS: Record<BrowserName, readonly string[]> = {
  chromium: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
};

/** A browser is missing and cannot be installed from here; the message says what to do. */
export class MissingBrowser extends Error {
  override readonly name = 'MissingBrowser';
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function findBrowser(name: BrowserName): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = COMMANDS[name].flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...candidates, ...MAC_APPS[name]].find(isExecutable);
}

/**
 * The path of a browser. On Debian and its kin, as root, a missing one is installed from the system's packages; a
 * download of our own never is.
 */
export function ensureBrowser(name: BrowserName, say: (line: string) => void): string {
  const found = findBrowser(name);
  if (found) return found;
  const install = `apt-get install ${DEBIAN_PACKAGE[name]}`;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    throw new MissingBrowser(
      existsSync('/usr/bin/apt-get')
        ? `${name} is not installed. Run: sudo ${install}`
        : `${name} is not installed. Install it so that the command ${COMMANDS[name].join(' or ')} is found, then run this again.`,
    );
  }
  say(`Installing ${DEBIAN_PACKAGE[name]} from the system’s packages ...`);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-q', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  const { status, stderr } = apt('install', '-y', '--no-install-recommends', DEBIAN_PACKAGE[name]);
  const installed = findBrowser(name);
  if (status === 0 && installed) return installed;
  throw new MissingBrowser(`${name} could not be installed: ${stderr.trim().split('\n').at(-1)}. Run: ${install}`);
}

export interface LaunchOptions {
  /** The built extension's folder. */
  readonly extension: string;
  readonly headless: boolean;
  readonly say?: (line: string) => void;
  /** Window size in CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Extra preferences (Firefox) or switches (Chromium), for tests of odd circumstances. */
  readonly preferences?: Record<string, unknown>;
  readonly switches?: readonly string[];
  readonly profile?: string;
}

/** A running browser with the extension, and the address its pages have. */
export interface Running {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** `chrome-extension://id` or `moz-extension://uuid`. */
  readonly origin: string;
}

const isRoot = process.getuid?.() === 0;

async function launchChromium(options: LaunchOptions): Promise<Running> {
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser('chromium', options.say ?? (() => {})),
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    ...(options.profile && { userDataDir: options.profile }),
    args: [
      // Chromium refuses to run its sandbox as root.
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--window-size=${options.width ?? 1280},${options.height ?? 900}`,
      ...(options.switches ?? []),
    ],
  });
  const id = await browser.installExtension(options.extension);
  return { name: 'chromium', browser, origin: `chrome-extension://${id}` };
}

async function launchFirefox(options: LaunchOptions): Promise<Running> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureBrowser('firefox', options.say ?? (() => {})),
    headless: options.headless,
    defaultViewport: null,
    ...(options.profile && { userDataDir: options.profile }),
    args: [
      '--remote-allow-system-access',
      `--width=${options.width ?? 1280}`,
      `--height=${options.height ?? 900}`,
      ...(options.switches ?? []),
    ],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ADDON_ID]: FIREFOX_UUID }),
      ...options.preferences,
    },
  });
  await browser.installExtension(options.extension);
  return { name: 'firefox', browser, origin: `moz-extension://${FIREFOX_UUID}` };
}

export function launch(name: BrowserName, options: LaunchOptions): Promise<Running> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
