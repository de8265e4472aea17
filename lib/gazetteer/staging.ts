/** What the compiler collects in one pass over the notes, before it knows how much there is. */
import type { Note } from '../notes/note.ts';
import { FormWriter } from './canonical.ts';
import { Column } from './column.ts';
import { DERIVED } from './derived-forms.ts';
import { FamilyForms } from './family-forms.ts';
import { asciiOf } from './folded.ts';
import { FLAG_EXACT, FLAG_LOWER } from './format.ts';
import { type Form, formsOf, listedForms } from './forms.ts';
import { hashOfWord, storedHash } from './hash.ts';
import { IdWriter } from './ids.ts';
import { lettersOf, mixLetters } from './letters.ts';
import { wordsFor } from './variants.ts';

// In the value of a prefix on which no alias ends, beside what its slot is to say; any other value is an alias.
export const GOES_ON = 0x80000000;
const CASE = 0x20;
const LETTER = 0x40;

/** For measurements. */
export interface CompileOptions {
  /** Names as printed, without folding or forms made by rule. */
  readonly exact?: boolean;
  /** Folded, but only the forms that the packs list. */
  readonly listed?: boolean;
}

/** What one pass over the notes leaves: every prefix, every record, and what the filters hold. */
export class Staging {
  readonly writer: FormWriter;
  readonly keys = new Column(new Uint32Array(1 << 12));
  readonly values = new Column(new Uint32Array(1 << 12));
  readonly records = new Column(new Uint8Array(1 << 15));
  readonly starts = new Column(new Uint32Array(1 << 11));
  /** What the filter of first words is to hold. */
  readonly words = new Column(new Uint32Array(1 << 11));
  /** The same for the filter of first words, longer prefixes and what follows them. */
  readonly bloom = new Column(new Uint32Array(1 << 12));
  readonly ids = new IdWriter();
  aliases = 0;
  flags = 0;
  readonly #listed: boolean;
  readonly #families = new FamilyForms();

  constructor({ exact = false, listed = false }: CompileOptions) {
    this.#listed = listed;
    this.writer = new FormWriter(exact);
    if (exact) this.flags |= FLAG_EXACT;
  }

  add(note: Note): void {
    const { writer } = this;
    const index = this.ids.count;
    this.ids.add(note.id);
    const printed = { text: note.name, alias: 0, lower: false, derived: DERIVED.listed };
    const forms = writer.exact ? [printed] : this.#listed ? listedForms(note) : formsOf(note);
    for (const form of forms) this.#addForm(form, index, note.kind === 'unit');
    if (!writer.exact && !this.#listed) this.#families.add(note, forms, index);
  }

  /** Adds the family names, once all notes are known; yields where the caller may pause. */
  addFamilies(): Generator<void, void> {
    return this.#families.each((form, note) => this.#addForm(form, note, false));
  }

  #addForm(form: Form, note: number, isUnit: boolean): void {
    const { writer } = this;
    if (!writer.write(form, note, isUnit)) return;
    // One such name would have every small word of every page looked at: "d'Arc", made from a person's name.
    if (form.derived !== DERIVED.listed && writer.startsSmall && !form.lower) return;
    const { prefixes, nexts, pairs, record, recordLength } = writer;
    for (let i = 0; i < prefixes.length; i++) {
      const key = storedHash(prefixes[i]!);
      this.keys.push(key);
      if (i > 0) this.bloom.push(key);
      this.values.push(i === prefixes.length - 1 ? this.aliases : GOES_ON + nexts[i]!);
    }
    for (const pair of pairs) this.bloom.push(pair);
    this.aliases++;
    this.starts.push(this.records.length);
    const records = this.records.reserve(recordLength);
    for (let i = 0; i < recordLength; i++) records[this.records.length++] = record[i]!;
    this.#addFirst(writer);
  }

  #addFirst({ first, firstLength, firstHash, firstCompound, startsSmall, exact }: FormWriter): void {
    this.#admit(first, firstLength, firstHash, startsSmall);
    if (exact) return;
    // Every word the page may print for it.
    for (const word of wordsFor(firstCompound ?? firstHash)) {
      this.#admit(asciiOf(word), word.length, hashOfWord(word), startsSmall);
    }
  }

  #admit(token: Uint8Array, length: number, hash: number, startsSmall: boolean): void {
    this.bloom.push(hash);
    if (startsSmall) this.flags |= FLAG_LOWER;
    const small = lettersOf(token, 0, length);
    const rest = small >>> 24 === 0 ? 0 : lettersOf(token, 4, length);
    // Nothing is asked about a word that does not begin in ASCII. A digit has no capital form.
    if (small === 0) return;
    this.words.push(mixLetters((small & LETTER) === 0 ? small : small & ~CASE, rest));
    if (startsSmall) this.words.push(mixLetters(small, rest));
  }
}
