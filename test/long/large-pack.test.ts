/** Packs as large as readers take them: that they are taken, found in, and looked up by opening one block. */
import { expect, test } from 'vitest';
import { compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { findHits } from '../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../lib/gazetteer/gazetteer.ts';
import type { Note, NoteId } from '../../lib/notes/note.ts';
import { LIMITS } from '../../lib/packs/limits.ts';
import { toPack } from '../../lib/packs/pack.ts';
import { createRecords } from '../../lib/store/records.ts';
import type { PieceKey } from '../../lib/store/store.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import { makeRecord, manifest } from '../unit/packs/make-pack.ts';
import { Publisher } from '../unit/packs/publisher.ts';
import { Reader } from '../unit/sync/bench-reader.ts';

const WORDS = 'bad cef dig fok gul hem jin kop lar mus net pov rik sal tum vor wen yat zol quab'.split(' ');
/** A made-up name of three words, another for every number. */
const nameOf = (n: number): string =>
  [n % 20, Math.floor(n / 20) % 20, Math.floor(n / 400)]
    .map((at) => (at < 20 ? WORDS[at]! : `${WORDS[at % 20]}${WORDS[Math.floor(at / 20) % 20]}${Math.floor(at / 400)}`))
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ');

test('60: 200,000 tiny notes are taken whole, and one is looked up by opening one block', async () => {
  const tiny = Array.from({ length: LIMITS.records }, (_, n) =>
    makeRecord({ type: 'note', id: `unit/${n}`, name: nameOf(n) }),
  );
  const publisher = await Publisher.create();
  const revision = await publisher.publish(toPack(manifest, tiny), '2026-11-24T00:00:00Z');
  expect(revision.counts.notes).toBe(200_000);
  const reader = new Reader(publisher);
  expect((await reader.sync()).kind).toBe('installed');
  await reader.expectInvariants();

  const { held } = reader.store;
  let opened = 0;
  const counting = {
    segments: held.segments,
    blocks: (keys: readonly PieceKey[]) => {
      opened += keys.length;
      return held.blocks(keys);
    },
  };
  const records = await createRecords(counting, await held.packs(), () => {});
  for (const n of [0, 77_777, 199_999]) {
    opened = 0;
    const id = `unit/${n}` as NoteId;
    expect((await records.notes([id])).get(id)?.[0]?.note.name).toBe(nameOf(n));
    expect(opened).toBe(1);
  }
});

test('56: 600,000 names are compiled into less than 64 MB, and found', () => {
  const notes = Array.from({ length: 20_000 }, (_, n): Note => {
    const aliases = Array.from({ length: 30 }, (_, i) => nameOf(n * 30 + i));
    return makeRecord({ type: 'note', id: `unit/${n}`, name: `A unit ${n}`, aliases }).value as Note;
  });
  expect(notes.reduce((sum, { aliases }) => sum + aliases.length, 0)).toBe(LIMITS.aliases);
  const bytes = compileGazetteer(notes);
  expect(bytes.byteLength).toBeLessThan(64_000_000);
  const gazetteer = openGazetteer(bytes);
  for (const n of [0, 123_456, 599_999]) {
    const text = `He said that ${nameOf(n)} had moved north.`;
    const [hit] = findHits(articleFromText({ id: 'a', text }), gazetteer);
    expect(hit?.candidates.map(({ note }) => note)).toEqual([`unit/${Math.floor(n / 30)}`]);
  }
});

test('56: a pack that holds more names than its list says is looked for with 600,000 of them', async () => {
  const notes = Array.from({ length: 10_000 }, (_, n) => {
    const aliases = Array.from({ length: 64 }, (_, i) => nameOf(n * 64 + i));
    return makeRecord({ type: 'note', id: `unit/${n}`, name: `A unit ${n}`, aliases });
  });
  const publisher = await Publisher.create();
  const { counts, ...honest } = await publisher.publish(toPack(manifest, notes), '2026-11-24T00:00:00Z');
  expect(counts.aliases).toBe(640_000);
  publisher.files.set('pack.json', await publisher.packFile({ ...honest, counts: { ...counts, aliases: 10 } }));
  const reader = new Reader(publisher);
  expect((await reader.sync()).kind).toBe('installed');
  const records = await createRecords(reader.store.held, await reader.store.held.packs(), () => {});
  let names = 0;
  let seen = 0;
  for await (const { note } of records.everyNote()) {
    names += note.aliases.length;
    seen++;
  }
  expect([seen, names]).toEqual([10_000, 600_000]);
});
