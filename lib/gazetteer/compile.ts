/**
 * Compiles the names of the enabled packs into one flat index: bytes that are stored as they are and used in place.
 * `compileInSteps` yields often, so that a background script can let a lookup through, or give up, between two steps;
 * nothing is changed that a running lookup reads. The layout and its reasons are in DESIGN.md.
 */
import type { Note } from '../notes/note.ts';
import { layOut } from './layout.ts';
import { sortByKey } from './sort.ts';
import { type CompileOptions, Staging } from './staging.ts';

// Notes between two yields: about a millisecond.
const NOTES_A_STEP = 256;

/** Compiles in steps of about a millisecond, between which the caller may do other work; returns the bytes. */
export function* compileInSteps(notes: Iterable<Note>, options: CompileOptions = {}): Generator<void, ArrayBuffer> {
  const staging = new Staging(options);
  let taken = 0;
  for (const note of notes) {
    staging.add(note);
    if (++taken % NOTES_A_STEP === 0) yield;
  }
  yield* staging.addFamilies();
  const keys = staging.keys.taken();
  const values = staging.values.taken();
  yield* sortByKey(keys, values);
  return yield* layOut(staging, keys, values);
}

/** The index of these notes. Notes come in the order of their packs; earlier ones win ties. */
export function compileGazetteer(notes: Iterable<Note>, options: CompileOptions = {}): ArrayBuffer {
  const steps = compileInSteps(notes, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
