import type { Note } from '../../lib/notes/note.ts';
import { type Pack, toPack } from '../../lib/packs/pack.ts';
import { decodeRecord } from '../../lib/packs/records.ts';
import { randomFrom } from './random.ts';

/** A pack of made-up notes of about 1.2 kB that changes by 1 % a day. The same size gives the same notes on every run. */

const SEED = 20_261_124;

// Shares of a day's 1 %, as far as a pack that grows slowly has them.
const EDITED = 0.0066;
const ADDED = 0.003;
const WITHDRAWN = 0.0004;

export class MadePack {
  readonly #size: number;
  readonly #random = randomFrom(SEED);
  readonly #words: readonly string[];
  readonly #notes = new Map<number, Note>();
  readonly #id: string;
  #counter = 0;

  constructor(size: number, id: string) {
    this.#size = size;
    this.#id = id;
    // Made-up words with the length and the spread of English ones: common words come often, most words seldom.
    this.#words = Array.from({ length: 20_000 }, () => {
      let word = '';
      for (let i = 2 + this.#pick(4); i > 0; i--) {
        word += 'bcdfghklmnprstvw'[this.#pick(16)]! + 'aeiou'[this.#pick(5)]!;
      }
      return word;
    });
    while (this.#counter < size) this.#add();
  }

  get pack(): Pack {
    const manifest = {
      id: this.#id,
      title: 'Made-up notes',
      publisher: { name: 'Made-up notes' },
      licence: '',
      languages: ['en'],
      contact: '',
    };
    return toPack(
      manifest,
      [...this.#notes.values()].map((value) => ({ type: 'note', value }) as const),
    );
  }

  /** One day's changes, anywhere in the pack. */
  passDay(): void {
    const ids = [...this.#notes.keys()];
    const some = (): number => ids[this.#pick(ids.length)]!;
    for (let i = 0; i < this.#size * EDITED; i++) {
      const id = some();
      const { facts, ...note } = this.#notes.get(id)!;
      this.#notes.set(id, { ...note, facts: [...facts.slice(0, -1), this.#make(id).facts[0]!] });
    }
    for (let i = 0; i < this.#size * WITHDRAWN; i++) this.#notes.delete(some());
    for (let i = 0; i < this.#size * ADDED; i++) this.#add();
  }

  #pick(n: number): number {
    return Math.floor(this.#random() * n);
  }

  #text(n: number): string {
    return Array.from({ length: n }, () => this.#words[Math.floor(this.#words.length * this.#random() ** 3)]!).join(
      ' ',
    );
  }

  #add(): void {
    this.#notes.set(this.#counter, this.#make(this.#counter));
    this.#counter++;
  }

  #make(n: number): Note {
    const facts = Array.from({ length: 3 + this.#pick(3) }, () => ({
      what: ['role', 'founded', 'based', 'commander', 'owner'][this.#pick(5)],
      value: this.#text(4),
      text: `${this.#text(12)}.`,
      from: String(1990 + this.#pick(36)),
      sources: ['a'],
    }));
    const raw = {
      type: 'note',
      id: `${['outlet', 'official', 'unit'][n % 3]}/${this.#text(2).replace(' ', '-')}-${n}`,
      name: this.#text(3),
      aliases: [this.#text(3), this.#text(2), this.#text(2)],
      summary: `${this.#text(9)}.`,
      country: this.#text(1),
      facts,
      sources: {
        a: {
          title: this.#text(6),
          publisher: this.#text(2),
          url: `https://${this.#text(1)}.example/${this.#text(3).replaceAll(' ', '-')}`,
          date: '2024-05',
          retrieved: '2026-11-22',
        },
      },
    };
    return decodeRecord(raw, (at, message) => {
      throw new Error(`${at} ${message}`);
    })!.value as Note;
  }
}
