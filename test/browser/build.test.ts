import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outputOf } from '../../lib/cli/build.ts';
import { ROOT } from '../../lib/cli/root.ts';

/** What every page a person opens has to load. */
const CONTENT_BUDGET_BYTES = 40_000;

const manifestOf = (name: 'chromium' | 'firefox') =>
  JSON.parse(readFileSync(join(outputOf(name), 'manifest.json'), 'utf8'));
const filesOf = (name: 'chromium' | 'firefox'): string[] =>
  readdirSync(outputOf(name), { recursive: true, encoding: 'utf8' });

describe.each(['chromium', 'firefox'] as const)('the built extension (%s)', (name) => {
  test('asks for what it uses and no more', () => {
    const manifest = manifestOf(name);
    expect(manifest.manifest_version).toBe(3);
    // `scripting`, and on the same pages that are read anyway, only to bring the card's script when it is wanted.
    // `contextMenus` for one entry on a selection; `alarms` to ask publishers for new notes now and then.
    const permissions = ['storage', 'unlimitedStorage', 'scripting', 'contextMenus', 'alarms'];
    // Chromium wants leave for a side panel; Firefox has it without.
    expect(manifest.permissions).toEqual(name === 'chromium' ? [...permissions, 'sidePanel'] : permissions);
    expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest.content_scripts).toMatchObject([{ matches: ['http://*/*', 'https://*/*'], all_frames: true }]);
  });

  test('has a panel beside the page, which opens when it is asked for', () => {
    const { side_panel, sidebar_action } = manifestOf(name);
    if (name === 'chromium') expect(side_panel).toEqual({ default_path: 'sidepanel.html' });
    else expect(sidebar_action).toMatchObject({ default_panel: 'sidepanel.html', open_at_install: false });
  });

  test('lets its pages load nothing from elsewhere, and ask only publishers', () => {
    const csp: string = manifestOf(name).content_security_policy.extension_pages;
    const directives = new Map(csp.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]));
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    // A reader adds packs by address, which may be any over https; what comes from there is data, and signed. A server
    // on this machine is for trying a pack out.
    expect(directives.get('connect-src')).toBe("'self' https: http://127.0.0.1:* http://localhost:*");
    directives.delete('connect-src');
    expect([...directives.values()].join(' ')).not.toMatch(/unsafe|\*|http/);
  });

  test('has a content script within its budget and without the store, the packs or the gazetteer', () => {
    const path = join(outputOf(name), 'content-scripts', 'content.js');
    expect(statSync(path).size).toBeLessThan(CONTENT_BUDGET_BYTES);
    const code = readFileSync(path, 'utf8');
    // Words that only those rooms say.
    for (const word of ['Dexie', 'NPK1', 'indexedDB', 'DecompressionStream']) expect(code).not.toContain(word);
  });

  test('carries the starter pack', () => {
    const files = filesOf(name);
    expect(files).toContain(join('starter', 'pack.json'));
    expect(files.some((file) => /^starter[/\\]f[/\\].+\.bin$/.test(file))).toBe(true);
  });
});

test('Firefox is told that no data is collected, and from which version it runs', () => {
  const { gecko } = manifestOf('firefox').browser_specific_settings;
  expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
  expect(Number.parseFloat(gecko.strict_min_version)).toBeGreaterThanOrEqual(140);
});

test('Chromium is told the version that has Ed25519', () => {
  expect(Number(manifestOf('chromium').minimum_chrome_version)).toBeGreaterThanOrEqual(137);
});

test('the add-on linter has nothing to say', () => {
  const linter = join(ROOT, 'node_modules', 'addons-linter', 'bin', 'addons-linter');
  const { stdout } = spawnSync(process.execPath, [linter, '--output', 'json', outputOf('firefox')], {
    encoding: 'utf8',
  });
  const { errors, warnings, notices } = JSON.parse(stdout);
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
});
