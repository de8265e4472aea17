/**
 * What a pack of 50,000 notes with 1 % change a day costs readers who were away for one day, a week, a month, and those
 * who install it: bytes and requests, from the same code that builds and plans. `NOTES` and `DAYS` change the size.
 */
import type { Note } from '../../lib/notes/note.ts';
import { type Pack, toPack } from '../../lib/packs/pack.ts';
import { type HeldContent, planSync } from '../../lib/packs/plan.ts';
import { nextRevision } from '../../lib/packs/publish.ts';
import { decodeRecord } from '../../lib/packs/records.ts';
import { encodeRevision, fileOf, type PackRevision } from '../../lib/packs/revision.ts';

const NOTES = Number(process.env.NOTES ?? 50_000);
const DAYS = Number(process.env.DAYS ?? 36);

let state = 20_261_124;
const random = (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const pick = (n: number): number => Math.floor(random() * n);

// Made-up words with the length and the spread of English ones: common words come often, most words seldom.
const WORDS = Array.from({ length: 20_000 }, () => {
  let word = '';
  for (let i = 2 + pick(4); i > 0; i--) word += 'bcdfghklmnprstvw'[pick(16)]! + 'aeiou'[pick(5)]!;
  return word;
});
const words = (n: number): string =>
  Array.from({ length: n }, () => WORDS[Math.floor(WORDS.length * random() ** 3)]!).join(' ');

function makeNote(n: number): Note {
  const facts = Array.from({ length: 3 + pick(3) }, () => ({
    what: ['role', 'founded', 'based', 'commander', 'owner'][pick(5)],
    value: words(4),
    text: `${words(12)}.`,
    from: String(1990 + pick(36)),
    sources: ['a'],
  }));
  const raw = {
    type: 'note',
    id: `${['outlet', 'official', 'unit'][n % 3]}/${words(2).replace(' ', '-')}-${n}`,
    name: words(3),
    aliases: [words(3), words(2), words(2)],
    summary: `${words(9)}.`,
    country: words(1),
    facts,
    sources: {
      a: {
        title: words(6),
        publisher: words(2),
        url: `https://${words(1)}.example/${words(3).replaceAll(' ', '-')}`,
        date: '2024-05',
        retrieved: '2026-11-22',
      },
    },
  };
  return decodeRecord(raw, (at, message) => {
    throw new Error(`${at} ${message}`);
  })!.value as Note;
}

const manifest = {
  id: 'bench',
  title: 'Bench',
  publisher: { name: 'Bench' },
  licence: '',
  languages: ['en'],
  contact: '',
};
const notes = new Map<number, Note>();
let counter = 0;
const add = (): void => {
  notes.set(counter, makeNote(counter));
  counter++;
};
while (counter < NOTES) add();

const files = new Map<string, Uint8Array>();
const read = async (path: string): Promise<Uint8Array> => files.get(path)!;
let revision: PackRevision | undefined;

async function publish(day: number): Promise<number> {
  const pack: Pack = toPack(
    manifest,
    [...notes.values()].map((value) => ({ type: 'note', value }) as const),
  );
  const issued = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().replace('.000Z', 'Z');
  const started = performance.now();
  const publication = await nextRevision(pack, { epoch: 1, issued, ...(revision && { previous: { revision, read } }) });
  for (const segment of publication.segments) files.set(fileOf(segment), segment.bytes);
  revision = publication.revision;
  return performance.now() - started;
}

const readers = [1, 3, 7, 14, 30].map((away) => ({
  away,
  held: null as HeldContent | null,
  bytes: [] as number[],
  requests: [] as number[],
}));
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
for (let day = 0; day < DAYS; day++) {
  if (day > 0) {
    const ids = [...notes.keys()];
    // 0.66 % edits, 0.3 % new, 0.04 % withdrawn.
    for (let i = 0; i < NOTES * 0.0066; i++) {
      const id = ids[pick(ids.length)]!;
      const { facts, ...note } = notes.get(id)!;
      notes.set(id, { ...note, facts: [...facts.slice(0, -1), makeNote(id).facts[0]!] });
    }
    for (let i = 0; i < NOTES * 0.0004; i++) notes.delete(ids[pick(ids.length)]!);
    for (let i = 0; i < NOTES * 0.003; i++) add();
  }
  const ms = await publish(day);
  const target = revision!;
  for (const reader of readers) {
    if (day % reader.away !== 0) continue;
    const present = new Set(reader.held?.segments.map(({ hash }) => hash));
    const plan = planSync(reader.held, target, present);
    if (reader.held) {
      reader.bytes.push(plan.bytes);
      reader.requests.push(plan.fetch.length + 1);
    }
    reader.held = { epoch: 1, content: target.content, segments: plan.segments };
  }
  const anew = planSync(null, target, new Set());
  process.stderr.write(
    `day ${day}: published in ${(ms / 1000).toFixed(1)} s; new install ${megabytes(anew.bytes)} MB in ${anew.fetch.length + 1} requests\n`,
  );
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
console.log(`${NOTES} notes, ${DAYS} days; list ${encodeRevision(revision!).length} bytes before signing`);
for (const { away, bytes, requests } of readers) {
  console.log(
    `away ${away} d: median ${megabytes(median(bytes))} MB, largest ${megabytes(Math.max(0, ...bytes))} MB, ${median(requests)} requests`,
  );
}
