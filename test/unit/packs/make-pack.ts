import { type Pack, type PackRecord, toPack } from '../../../lib/packs/pack.ts';
import { decodeRecord } from '../../../lib/packs/records.ts';

export const manifest = {
  id: 'example',
  title: 'Example pack',
  publisher: { name: 'Example Desk' },
  licence: 'CC0-1.0',
  languages: ['en'],
  contact: 'notes@example.org',
  date: '2026-11-24',
};

/** A record that must be readable, from its source form. */
export function makeRecord(raw: unknown): PackRecord {
  const record = decodeRecord(raw, (at, message) => {
    throw new Error(`${at}: ${message}`);
  });
  return record!;
}

/** A note with a fact and a source, different for every `n` and `edition`. */
export const makeNote = (n: number, edition = 0): PackRecord =>
  makeRecord({
    type: 'note',
    id: `unit/brigade-${String(n).padStart(5, '0')}`,
    name: `Brigade ${n}`,
    summary: `Made-up formation number ${n} of edition ${edition}.`,
    facts: [{ what: 'commander', value: `Officer ${n * 7 + edition}`, from: '2014', sources: ['a'] }],
    sources: {
      a: { title: `Page ${n}`, publisher: 'A paper', url: `https://example.org/${n}`, retrieved: '2026-11-22' },
    },
  });

export const makePack = (count: number, edition = 0): Pack =>
  toPack(
    manifest,
    Array.from({ length: count }, (_, n) => makeNote(n, edition)),
  );
