import { defineConfig } from 'wxt';
import { writeStarterBundle } from './lib/cli/starter-bundle.ts';

// What a page of ours may do: its own scripts and styles, and nothing from anywhere else. It may ask publishers for packs,
// which readers add by address: https, and for trying things out a server on this machine.
const EXTENSION_PAGES_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Scripts that run in pages must be small and say nothing to the page: they take the browsers' own API instead of the
 * polyfill, and a context that does not announce itself.
 */
const IN_PAGES: Readonly<Record<string, string>> = {
  '@wxt-dev/webextension-polyfill/browser': 'entrypoints/content/native-browser.ts',
  'wxt/utils/content-script-context': 'entrypoints/content/lifetime.ts',
};
const quietInPages = {
  name: 'quiet-in-pages',
  enforce: 'pre' as const,
  resolveId: (id: string) => (IN_PAGES[id] ? new URL(IN_PAGES[id], import.meta.url).pathname : null),
};

/**
 * Takes Preact's one way of setting text as HTML out of the build: nothing of ours uses it, the linter forbids it, and
 * stores warn of it. The build fails when Preact no longer has the words looked for.
 */
const withoutInnerHtml = {
  name: 'without-inner-html',
  transform(code: string, id: string) {
    if (!/[\\/]preact[\\/]dist[\\/]preact\.m?js$/.test(id)) return null;
    const mended = code.replace(/\b(\w+)\.innerHTML=\w+\.__html/, '$1.textContent=""');
    if (mended === code) throw new Error('Preact sets innerHTML in some other way than wxt.config.ts expects.');
    return { code: mended, map: null };
  },
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  // A file shows what it uses.
  imports: false,
  publicDir: 'entrypoints/public',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // `unlimitedStorage` also keeps the browser from evicting notes when the disk runs low.
    // `scripting`, for the pages that are read anyway, brings the card's script into a frame when it is first wanted.
    // `contextMenus` puts "Look up in notes" into the menu of a selection; it shows us only the text selected then.
    // `alarms`, to ask publishers for new notes now and then.
    // Chromium's `sidePanel` is added by the builder, for the panel that Firefox calls a sidebar and asks no leave for.
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'contextMenus', 'alarms'],
    host_permissions: ['http://*/*', 'https://*/*'],
    content_security_policy: { extension_pages: EXTENSION_PAGES_CSP },
    commands: {
      'next-name': { suggested_key: { default: 'Alt+N' }, description: '__MSG_command_next_name__' },
      'previous-name': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_command_previous_name__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'claim-context@claim-context.example',
              // CSS Custom Highlights (140) and WebCrypto Ed25519 (129).
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {
          // WebCrypto Ed25519.
          minimum_chrome_version: '137',
        }),
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ type }) => type === 'content-script' || type === 'unlisted-script')) {
        config.plugins = [...(config.plugins ?? []), quietInPages];
      }
    },
    // The starter pack ships inside the extension, in the form in which packs are published.
    'build:publicAssets': async (wxt, files) => {
      files.push(...(await writeStarterBundle(wxt.config.wxtDir)));
    },
  },
  vite: () => ({
    plugins: [withoutInnerHtml],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // The oldest browsers we run in. Without it light-dark() is rewritten into something a subtree cannot switch.
    build: { cssTarget: ['chrome137', 'firefox140'] },
  }),
});
