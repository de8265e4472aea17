import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../lib/cli/load-pack.ts';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { findHits } from '../../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import type { Mention } from '../../../lib/gazetteer/mention.ts';
import { linkMentions } from '../../../lib/linking/link.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';

// 200 links of the starter pack in fa_kes and re3d (../shared/data), read one by one in their articles: set, article,
// where, the name, the note, and whether the link is right. A half by distinct names, a half by stride through all.
const ROWS = readFileSync(join(import.meta.dirname, 'read-links.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map(
    (line) => line.split('\t') as [set: string, id: string, start: string, name: string, note: string, verdict: string],
  );
const DATA = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data');
const FILES: Readonly<Record<string, string>> = { fa_kes: 'articles.jsonl', re3d: 'entities.jsonl' };

test('at most two of the links read are wrong', () => {
  expect(ROWS).toHaveLength(200);
  expect(ROWS.filter(([, , , , , verdict]) => verdict !== 'right').length).toBeLessThanOrEqual(2);
});

// The texts may not be kept here.
describe.skipIf(!existsSync(DATA))('links read one by one, in ../shared/data', () => {
  test('the right ones are still made, the wrong ones are not', { timeout: 120_000 }, async () => {
    const { notes: list } = await loadPack(
      join(import.meta.dirname, '..', '..', '..', 'lib', 'packs', 'starter'),
      () => {},
    );
    const notes = new Map(list.map((held) => [held.id, held]));
    const gazetteer = openGazetteer(compileGazetteer(list));
    const mentions = new Map<string, Mention[]>();
    for (const [set, file] of Object.entries(FILES)) {
      for (const line of readFileSync(join(DATA, set, file), 'utf8')
        .split('\n')
        .filter(Boolean)) {
        const { id, text } = JSON.parse(line) as { id: string; text: string };
        if (!ROWS.some(([other, article]) => other === set && article === String(id))) continue;
        const article = articleFromText({ id: String(id), text });
        mentions.set(`${set} ${id}`, linkMentions(article, findHits(article, gazetteer), notes));
      }
    }
    const changed = ROWS.filter(([set, id, start, , wanted, verdict]) => {
      const made = mentions.get(`${set} ${id}`)?.find((mention) => mention.start === Number(start))?.note ?? null;
      return (made === wanted) !== (verdict === 'right');
    });
    expect(changed).toEqual([]);
  });
});
