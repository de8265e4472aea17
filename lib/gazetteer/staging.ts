/** What the compiler collects in one pass over the notes, before it knows how much there is. */
import type { Note } from '../notes/note.ts';
import { FormWriter } from './canonical.ts';
import { Column } from './column.ts';
import { FLAG_DIGITS, FLAG_EXACT, FLAG_LOWER } from './format.ts';
import { formsOf } from './forms.ts';
import { newGate, openFor } from './gate.ts';
import { hashOfWord, storedHash } from './hash.ts';
import { wordsFor } from './variants.ts';

// In the value of a prefix on which no alias ends, beside the letters that may follow; else the value is an alias.
export const GOES_ON = 0x80000000;

/** What one pass over the notes leaves: every prefix, every record, and the first tokens. */
export class Staging {
  readonly writer: FormWriter;
  readonly keys = new Column(new Uint32Array(1 << 12));
  readonly values = new Column(new Uint32Array(1 << 12));
  readonly records = new Column(new Uint8Array(1 << 15));
  readonly starts = new Column(new Uint32Array(1 << 11));
  readonly firsts = new Column(new Uint32Array(1 << 11));
  readonly gate = newGate();
  readonly smallGate = newGate();
  readonly ids: string[] = [];
  aliases = 0;
  flags = 0;

  constructor(exact: boolean) {
    this.writer = new FormWriter(exact);
    if (exact) this.flags |= FLAG_EXACT;
  }

  add(note: Note): void {
    const { writer } = this;
    const index = this.ids.push(note.id) - 1;
    const forms = writer.exact ? [{ text: note.name, alias: 0, lower: false, derived: 0 }] : formsOf(note);
    for (const form of forms) {
      if (!writer.write(form, index, note.kind === 'unit')) continue;
      const { prefixes, nextLetters, record, recordLength } = writer;
      for (let i = 0; i < prefixes.length; i++) {
        this.keys.push(storedHash(prefixes[i]!));
        this.values.push(i === prefixes.length - 1 ? this.aliases : (GOES_ON | nextLetters[i]!) >>> 0);
      }
      this.aliases++;
      this.starts.push(this.records.length);
      const records = this.records.reserve(recordLength);
      for (let i = 0; i < recordLength; i++) records[this.records.length++] = record[i]!;
      this.#addFirst(writer);
    }
  }

  #addFirst({ first, firstLength, firstHash, firstCompound, startsSmall, exact }: FormWriter): void {
    this.#admit(first, firstLength, firstHash, startsSmall);
    if (exact) return;
    // Every word the page may print for it.
    for (const word of wordsFor(firstCompound ?? firstHash)) {
      this.#admit(
        Uint8Array.from(word, (char) => char.charCodeAt(0)),
        word.length,
        hashOfWord(word),
        startsSmall,
      );
    }
  }

  #admit(token: Uint8Array, length: number, hash: number, startsSmall: boolean): void {
    this.firsts.push(hash);
    if (token[0]! >= 0x30 && token[0]! <= 0x39) this.flags |= FLAG_DIGITS;
    openFor(token, length, this.gate);
    if (!startsSmall) return;
    this.flags |= FLAG_LOWER;
    openFor(token, length, this.smallGate);
  }
}
