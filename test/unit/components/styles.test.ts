import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const read = (path: string): string => readFileSync(path, 'utf8');
const below = (folder: string, name: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => join(folder, file));

const plain = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '');
const sheets = ['components', 'entrypoints'].flatMap((folder) => below(folder, /\.css$/));
const css = sheets.map((path): [string, string] => [path, plain(read(path))]);
const code = ['components', 'entrypoints'].flatMap((folder) => below(folder, /\.tsx?$/)).map(read);

/** Words in quotes, backticks and attributes: what a class can be made of. */
const words = new Set(code.flatMap((source) => source.match(/[\w-]+/g) ?? []));

describe('the style sheets', () => {
  test('have no rule for a class that nothing has', () => {
    const unused = css.flatMap(([path, text]) =>
      [...text.replace(/"[^"]*"/g, '').matchAll(/\.([a-z][\w-]*)/g)]
        .map(([, name]) => name!)
        .filter((name) => !words.has(name) && name !== 'css')
        .map((name) => `${path}: .${name}`),
    );
    expect(unused).toEqual([]);
  });

  test('have no token that nothing uses', () => {
    const all = [...css.map(([, text]) => text), ...code].join('\n');
    const tokens = new Set(
      [...plain(read('components/tokens.css')).matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name!),
    );
    expect(tokens.size).toBeGreaterThan(20);
    expect([...tokens].filter((name) => !new RegExp(`var\\(${name}\\b`).test(all))).toEqual([]);
  });

  test('are each taken in by one list', () => {
    const lists = [read('components/card.css'), read('components/panel.css')].join('\n');
    const taken = [...lists.matchAll(/@import "\.\/styles\/([\w-]+\.css)"/g)].map(([, name]) => name!);
    expect(taken.toSorted()).toEqual(readdirSync('components/styles').toSorted());
  });
});
