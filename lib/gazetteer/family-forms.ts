/**
 * Family names as forms of the notes of all packs. A family name that many people bear says nothing of who is meant: no
 * reader of the index believes it, and every page would pay for its bearers. Which ones many bear is known only once all
 * notes are read. Where the page gives the full name, linking finds the family name without the index.
 */
import type { Note } from '../notes/note.ts';
import { DERIVED, familyOf } from './derived-forms.ts';
import { bareName, type Form } from './forms.ts';

/** Family names with more bearers among all notes are left out. Of four a title still tells who is meant. */
export const MOST_BEARERS = 4;

const HELD_A_STEP = 1024;

/** Collects the family names of notes, then says which of them are forms. */
export class FamilyForms {
  /** A number for each family name, however it is printed. */
  readonly #families = new Map<string, number>();
  readonly #bearers: number[] = [];
  /** Of the first bearers of each: the name as printed, its number, the number of the note. */
  readonly #printed: string[] = [];
  readonly #family: number[] = [];
  readonly #notes: number[] = [];
  /** Single words that packs list as names of somebody or something. */
  readonly #listed: string[] = [];

  /** `forms`: what is known of the note already; `index`: its number among all notes. */
  add(note: Note, forms: readonly Form[], index: number): void {
    const held = note.kind === 'official' ? familyOf(bareName(note)) : null;
    let isListed = held === null;
    for (const { text } of forms) {
      if (text.includes(' ')) continue;
      this.#listed.push(text);
      isListed ||= text === held?.printed;
    }
    if (held === null || isListed) return;
    let family = this.#families.get(held.folded);
    if (family === undefined) {
      family = this.#bearers.length;
      this.#families.set(held.folded, family);
      this.#bearers.push(0);
    }
    if (++this.#bearers[family]! > MOST_BEARERS) return;
    this.#printed.push(held.printed);
    this.#family.push(family);
    this.#notes.push(index);
  }

  /** Hands out the forms and the numbers of their notes, in the order of notes; a caller may pause at each yield. */
  *each(take: (form: Form, note: number) => void): Generator<void, void> {
    const frequent = new Map<string, number>();
    this.#family.forEach((family, i) => {
      if (this.#bearers[family]! > MOST_BEARERS) frequent.set(this.#printed[i]!, family);
    });
    // Beside a listed name the first bearer stays, so that it is seen as one of several.
    const room = this.#bearers.map((count) => (count > MOST_BEARERS ? 0 : count));
    for (const text of this.#listed) {
      const family = frequent.get(text);
      if (family !== undefined) room[family] = 1;
    }
    yield;
    for (let i = 0; i < this.#printed.length; i++) {
      if (i % HELD_A_STEP === HELD_A_STEP - 1) yield;
      if (room[this.#family[i]!]!-- <= 0) continue;
      take({ text: this.#printed[i]!, alias: 0, lower: false, derived: DERIVED.family }, this.#notes[i]!);
    }
  }
}
