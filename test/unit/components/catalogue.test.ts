import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import catalogue from '../../../entrypoints/public/_locales/en/messages.json' with { type: 'json' };
import { WEIGHTS } from '../../../lib/linking/weights.ts';
import { MAX_ARGS } from '../../../lib/text/messages.ts';

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
const entries: [string, Entry][] = Object.entries(catalogue);
const keys = new Set(entries.map(([key]) => key));
const holds = (key: string): boolean => keys.has(key) || keys.has(`${key}_other`);

const sources = ['components', 'lib', 'entrypoints'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name): [string, string] => [join(top, name), readFileSync(join(top, name), 'utf8')]),
);

/** What a browser, or a translator, would stumble over in one message. */
function faultsOf(key: string, { message, placeholders = {} }: Entry): string[] {
  const used = new Set([...message.matchAll(/\$([A-Z_]+)\$/g)].map(([, name]) => name!.toLowerCase()));
  const given = Object.entries(placeholders);
  // Only our own tags, each closed.
  const bare = message.replace(/<(b|th)>([^<]*(?:<cap>[^<]*)?)<\/\1>|<cap>/g, '');
  return [
    /^[a-zA-Z0-9_]+$/.test(key) ? '' : 'name',
    message === '' ? 'empty' : '',
    given.length === used.size && given.every(([name]) => used.has(name)) ? '' : 'placeholders',
    given.every(([, { content }]) => /^\$[1-9]$/.test(content) && Number(content[1]) <= MAX_ARGS) ? '' : 'positions',
    /[<>]/.test(bare) ? 'tags' : '',
  ].flatMap((fault) => (fault === '' ? [] : `${key}: ${fault}`));
}

describe('the English catalogue', () => {
  test('every message is as browsers want it', () => {
    expect(entries.flatMap(([key, entry]) => faultsOf(key, entry))).toEqual([]);
  });

  test.each([
    ['full-name', { message: 'x' }, 'name'],
    ['a', { message: '' }, 'empty'],
    ['a', { message: '$NAME$' }, 'placeholders'],
    ['a', { message: 'x', placeholders: { name: { content: '$1' } } }, 'placeholders'],
    ['a', { message: '$NAME$', placeholders: { name: { content: 'x' } } }, 'positions'],
    ['a', { message: '<b>open' }, 'tags'],
    ['a', { message: '<i>other</i>' }, 'tags'],
  ])('a fault is seen: %s %o', (key, entry, fault) => {
    expect(faultsOf(key, entry)).toEqual([`${key}: ${fault}`]);
  });

  test('every plural has the form that every locale falls back to', () => {
    for (const key of keys) if (key.endsWith('_one')) expect(keys).toContain(key.replace(/_one$/, '_other'));
  });

  test('no word that passes a verdict, in what the interface says of its own', () => {
    // The wording rules of the design; a pack's sentences are its publisher's.
    const verdict =
      /\b(false|fake|misleading|debunked|biased|trustworthy|reliable|unreliable|suspicious|oops|please)\b|!/i;
    for (const [key, { message }] of entries) expect(message, key).not.toMatch(verdict);
  });
});

/** Keys the sources ask for: whole ones, and those a word of the engine is part of. */
const literal = sources.flatMap(([, source]) =>
  [...source.matchAll(/\b(?:label|counted)\(\s*'([a-z_]+)'/g)].map(([, key]) => key!),
);
const from = (files: RegExp, word: RegExp, prefix: string): string[] =>
  sources
    .filter(([name]) => files.test(name.replaceAll('\\', '/')))
    .flatMap(([, source]) => [...source.matchAll(word)].map(([, key]) => prefix + key));

/** Keys put together from a word of the protocol, word by word. */
const COMPOSED = [
  ...['bundled', 'synced'].flatMap((from) => [`pack_line_${from}`, `options_revision_${from}`]),
  ...['restored', 'lost'].map((own) => `notice_lost_own_${own}`),
  ...['added', 'changed', 'withdrawn'].map((kind) => `changes_${kind}`),
  ...['address', 'first-use'].map((by) => `add_key_${by.replace('-', '_')}`),
  ...['removed', 'other-keys'].map((known) => `add_known_${known.replace('-', '_')}`),
  ...['new', 'newer', 'older', 'other-keys'].map((standing) => `copy_${standing.replace('-', '_')}`),
  ...['role', 'commander', 'leader', 'owner', 'editor', 'parent'].map((what) => `field_${what}`),
];

describe('every message that is asked for is there', () => {
  const missing = (asked: readonly string[]): string[] => [...new Set(asked)].filter((key) => !holds(key));

  test.each([
    ['by components and cards', literal, 150],
    ['as evidence of linking', Object.keys(WEIGHTS).map((signal) => `evidence_${signal}`), 20],
    ['as evidence of names without a note', from(/linking\/unnoted/, /'(unnoted_[a-z]+)'/g, 'evidence_'), 5],
    ['by the standing of packs', COMPOSED, 15],
    ['when something came to nothing', from(/Page\.tsx$/, /\b(?:done|change|ask)\('([a-z_]+)'/g, 'undone_'), 8],
    ['by derived findings', from(/checks\/derive-/, /(?:key: |null, |'number', )'([a-z_]+)'/g, 'finding_'), 8],
  ])('%s', (_, asked, least) => {
    expect(asked.length).toBeGreaterThanOrEqual(least);
    expect(missing(asked)).toEqual([]);
  });
});

test('no message is kept that nothing asks for', () => {
  const all = sources.map(([, source]) => source).join('\n');
  const manifest = readFileSync('wxt.config.ts', 'utf8');
  const words = new Set([...all.matchAll(/'([\w-]+)'|\b([a-z]+):/g)].map(([, quoted, field]) => quoted ?? field!));
  const isWord = (word: string): boolean =>
    /^\d+$/.test(word) || words.has(word) || words.has(word.replaceAll('_', '-'));
  // Keys put together: `rel_${side}_${unit}` of words the sources have.
  const made = [...all.matchAll(/`([a-z_]+(?:\$\{[^}`]+\}[a-z_]*)+)`/g)].map(
    ([, template]) => new RegExp(`^${template!.replace(/\$\{[^}]+\}/g, '([a-z0-9_]+?)')}$`),
  );
  const isMade = (key: string): boolean => made.some((template) => template.exec(key)?.slice(1).every(isWord));
  const unused = [...keys].filter((key) => {
    const stem = key.replace(/_(?:zero|one|two|few|many|other)$/, '');
    // What a fact may be of is a word of the packs.
    const isFact = key.startsWith('fact_');
    return !isFact && ![key, stem].some((one) => words.has(one) || isMade(one)) && !manifest.includes(`__MSG_${key}__`);
  });
  expect(unused).toEqual([]);
});
