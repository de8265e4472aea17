import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

// The rooms of the house and what each may import besides itself; nothing else. The README draws the same picture.
const ENGINE = ['lib/text', 'lib/notes', 'lib/gazetteer', 'lib/linking', 'lib/attribution', 'lib/claims', 'lib/checks'];
const LIB = [...ENGINE, 'lib/page', 'lib/packs', 'lib/store', 'lib/sync', 'lib/messages'];
const MAY_IMPORT: Record<string, readonly string[]> = {
  ...Object.fromEntries(ENGINE.map((room, i) => [room, ENGINE.slice(0, i)])),
  'lib/page': ['lib/text'],
  'lib/packs': ['lib/text', 'lib/notes', 'lib/checks'],
  'lib/store': ['lib/text', 'lib/notes', 'lib/gazetteer', 'lib/checks', 'lib/packs'],
  'lib/sync': ['lib/text', 'lib/gazetteer', 'lib/packs', 'lib/store'],
  'lib/messages': [...ENGINE, 'lib/packs'],
  'lib/cli': [...ENGINE, 'lib/page', 'lib/packs', 'lib/messages'],
  components: [...ENGINE, 'lib/packs', 'lib/messages'],
  entrypoints: [...LIB, 'components'],
};

// The packages each room may name. Node's own modules belong to the programs alone.
const MAY_USE: Record<string, readonly string[]> = {
  'lib/store': ['dexie'],
  'lib/messages': ['valibot'],
  'lib/cli': ['node:', 'yaml', 'linkedom', 'puppeteer-core'],
  components: ['preact'],
  entrypoints: ['preact', 'wxt', '@floating-ui/dom', 'webextension-polyfill'],
};

const files = ['lib', 'components', 'entrypoints'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((name) => join(top, name).split(sep).join('/'))
    .filter((name) => /\.(?:ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts')),
);

const roomOf = (path: string): string =>
  path.startsWith('lib/') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0]!;

/** The file that a relative specifier names. */
const targetOf = (file: string, specifier: string): string =>
  normalize(join(dirname(file), specifier))
    .split(sep)
    .join('/');

/** Every module a file names, whether imported, re-exported or loaded on demand. */
function specifiersOf(source: string): string[] {
  return [...source.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)['"]([^'"]+)['"]/g)].map((match) => match[1]!);
}

/** The edges of one file that its room does not have, in words. */
function breachesOf(file: string, source: string): string[] {
  const room = roomOf(file);
  if (!MAY_IMPORT[room]) return [`${file}: no rule for the room ${room}`];
  return specifiersOf(source).flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      const target = roomOf(targetOf(file, specifier));
      return target === room || MAY_IMPORT[room]!.includes(target)
        ? []
        : [`${file} imports ${specifier}: ${room} may not import ${target}`];
    }
    const allowed = (MAY_USE[room] ?? []).some((name) =>
      name.endsWith(':') ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
    );
    return allowed ? [] : [`${file} imports ${specifier}: ${room} may not use that package`];
  });
}

describe('rooms import only downwards', () => {
  test.each(files)('%s', (file) => {
    expect(breachesOf(file, readFileSync(file, 'utf8'))).toEqual([]);
  });
});

/** Files that import one another in a circle, types included: neither can then be read, or moved, without the other. */
function circlesIn(importsOf: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' -> ')];
    if (done.has(file)) return [];
    const circles = (importsOf.get(file) ?? []).flatMap((next) => visit(next, [...path, file]));
    done.add(file);
    return circles;
  };
  return [...importsOf.keys()].flatMap((file) => visit(file, []));
}

test('no files import one another in a circle', () => {
  const importsOf = (file: string): string[] =>
    specifiersOf(readFileSync(file, 'utf8'))
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => targetOf(file, specifier));
  expect(circlesIn(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([]);
  const planted = { a: ['b'], b: ['c'], c: ['d', 'b'], d: [] };
  expect(circlesIn(new Map(Object.entries(planted)))).toEqual(['b -> c -> b']);
});

test('nothing that syncs, repairs or rebuilds packs can open the reader’s own notes', () => {
  const opensOwn = (source: string): boolean =>
    specifiersOf(source).some((name) => /(?:own-notes|\/own)\.ts$/.test(name));
  const syncing = files.filter((file) =>
    /^lib\/sync\/|^entrypoints\/background\/(?:syncs|schedule|packs)\.ts$/.test(file),
  );
  expect(syncing.length).toBeGreaterThan(5);
  expect(syncing.filter((file) => opensOwn(readFileSync(file, 'utf8')))).toEqual([]);
  expect(opensOwn("import { openOwnNotes } from '../store/own-notes.ts';")).toBe(true);
});

/** Files that a page for people names, in backquotes with a folder before them or as links; not what a build makes. */
const namedFiles = (markdown: string): string[] =>
  [...markdown.matchAll(/`((?:[\w.@-]+\/)+[\w.@-]+\.(?:ts|tsx|mjs|json|md|tsv|yaml))`|\]\((?!https?:)([^)#\s]+)/g)]
    .map((match) => (match[1] ?? match[2])!)
    .filter((name) => !name.startsWith('.output/'));

test.each(
  ['README.md', ...readdirSync('lib', { recursive: true, encoding: 'utf8' }).map((name) => join('lib', name))].filter(
    (name) => name.endsWith('.md'),
  ),
)('%s names no file that is not there', (page) => {
  const named = namedFiles(readFileSync(page, 'utf8'));
  expect(named.filter((name) => !existsSync(name) && !existsSync(join(dirname(page), name)))).toEqual([]);
});

describe('a planted breach is seen', () => {
  test.each([
    ['lib/text/span.ts', `import { linkMentions } from '../linking/link.ts';`],
    ['lib/checks/retrieve.ts', `import Dexie from 'dexie';`],
    ['lib/linking/link.ts', `import { readFile } from 'node:fs/promises';`],
    ['components/HoverCard.tsx', `import { browser } from 'wxt/browser';`],
    ['components/HoverCard.tsx', `const db = await import('../lib/store/db.ts');`],
    ['lib/packs/verify.ts', `export { save } from '../store/install.ts';`],
    ['lib/attic/old.ts', ''],
  ])('%s: %s', (file, source) => {
    expect(breachesOf(file, source)).not.toEqual([]);
  });
});
