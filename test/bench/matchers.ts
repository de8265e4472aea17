/**
 * Other ways to find names, each as a function from a text to the number of hits: whole words, longest match, printed
 * as given. Those of `peers/` are there once `npm install` has been run in that folder.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';

export type Matcher = (text: string) => number;
export interface Peer {
  readonly name: string;
  /** Largest dictionary it can hold in reasonable time and memory (measured by hand: minutes, or gigabytes). */
  readonly most: number;
  make(names: readonly string[]): Matcher;
}

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;
const wordTable = Uint8Array.from({ length: 65536 }, (_, code) => (IN_WORD.test(String.fromCharCode(code)) ? 1 : 0));
const isWholeWord = (text: string, start: number, end: number): boolean =>
  (start === 0 || wordTable[text.charCodeAt(start - 1)] === 0) &&
  (end >= text.length || wordTable[text.charCodeAt(end)] === 0);

/** Counts leftmost-longest hits among all overlapping ones. */
function countLongest(text: string, found: (readonly [start: number, end: number])[]): number {
  const whole = found.filter(([start, end]) => isWholeWord(text, start, end));
  whole.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let hits = 0;
  let free = 0;
  for (const [start, end] of whole) {
    if (start < free) continue;
    hits++;
    free = end;
  }
  return hits;
}

/** The plain way: a map of names and of their beginnings, asked word by word. */
const tokenMap: Peer = {
  name: 'token map',
  most: 1e6,
  make(names) {
    const held = new Map<string, number>();
    for (const name of names) {
      for (let i = 0; i < name.length; i++) {
        const ends =
          wordTable[name.charCodeAt(i)] === 1 && (i + 1 === name.length || wordTable[name.charCodeAt(i + 1)] === 0);
        if (ends && i + 1 < name.length) held.set(name.slice(0, i + 1), (held.get(name.slice(0, i + 1)) ?? 0) | 1);
      }
      held.set(name, (held.get(name) ?? 0) | 2);
    }
    return (text) => {
      let hits = 0;
      for (let at = 0; at < text.length; ) {
        if (wordTable[text.charCodeAt(at)] === 0) {
          at++;
          continue;
        }
        let end = at;
        let best = -1;
        for (;;) {
          while (end < text.length && wordTable[text.charCodeAt(end)] === 1) end++;
          const state = held.get(text.slice(at, end));
          if (state === undefined) break;
          if (state & 2) best = end;
          if ((state & 1) === 0) break;
          while (end < text.length && wordTable[text.charCodeAt(end)] === 0) end++;
          if (end >= text.length) break;
        }
        if (best > 0) hits++;
        while (best < 0 && at < text.length && wordTable[text.charCodeAt(at)] === 1) at++;
        if (best > 0) at = best;
      }
      return hits;
    };
  },
};

const quoted = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

const alternation: Peer = {
  name: 'RegExp with capital lookahead',
  most: 1e4,
  make(names) {
    const sorted = [...names].sort((a, b) => b.length - a.length).map((name) => quoted(name).replaceAll('\\-', '-'));
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}\\p{M}])(?=[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}])(?:${sorted.join('|')})(?![\\p{L}\\p{N}\\p{M}])`,
      'gu',
    );
    return (text) => text.match(pattern)?.length ?? 0;
  },
};

// Not dependencies of this project: they are installed in a folder of their own.
const peersOnly = createRequire(join(import.meta.dirname, 'peers', 'package.json'));
const peer = (name: string) => peersOnly(name);
export const hasPeers = (): boolean => existsSync(join(import.meta.dirname, 'peers', 'node_modules'));

/** The installed ones. */
const FLASHTEXT = 'flashtext.js';

function installed(): Peer[] {
  return [
    {
      name: 'flashtext.js (no offsets)',
      most: 1e5,
      make(names) {
        // A CommonJS file in a package that declares itself a module: no loader takes it.
        const source = readFileSync(peersOnly.resolve(FLASHTEXT), 'utf8');
        const KeywordProcessor = runInThisContext(`((module) => { ${source}; return module.exports; })({})`);
        const processor = new KeywordProcessor(true);
        for (const name of names) processor.addKeyword(name);
        return (text) => processor.extractKeywords(text).length;
      },
    },
    {
      name: 'fastscan',
      most: 1e6,
      make(names) {
        const module = peer('fastscan');
        const scanner = new (module.default ?? module)(names);
        return (text) =>
          countLongest(
            text,
            (scanner.search(text) as [number, string][]).map(([start, name]) => [start, start + name.length] as const),
          );
      },
    },
    {
      name: '@monyone/aho-corasick/fast',
      most: 1e5,
      make(names) {
        const { AhoCorasick } = peer('@monyone/aho-corasick/fast');
        const automaton = new AhoCorasick(names);
        return (text) =>
          countLongest(
            text,
            (automaton.matchInText(text) as { begin: number; end: number }[]).map(
              ({ begin, end }) => [begin, end] as const,
            ),
          );
      },
    },
    {
      name: 'modern-ahocorasick',
      most: 1e5,
      make(names) {
        const AhoCorasick = peer('modern-ahocorasick');
        const automaton = new AhoCorasick(names);
        return (text) =>
          countLongest(
            text,
            (automaton.search(text) as { start: number; end: number }[]).map(({ start, end }) => [start, end] as const),
          );
      },
    },
    {
      name: 'ahocorasick',
      most: 1e5,
      make(names) {
        const module = peer('ahocorasick');
        const automaton = new (module.default ?? module)(names);
        return (text) =>
          countLongest(
            text,
            (automaton.search(text) as [number, string[]][]).flatMap(([last, words]) =>
              words.map((word) => [last + 1 - word.length, last + 1] as const),
            ),
          );
      },
    },
  ];
}

export const peers = (): Peer[] => [tokenMap, alternation, ...(hasPeers() ? installed() : [])];
