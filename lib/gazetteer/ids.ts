/**
 * The notes' ids, in the order of the packs. An id is its kind in two bits, how many letters its slug shares with the
 * one before it, and the others. Each sixteenth is written whole, and a table tells where, so that asking for one id
 * reads no more than sixteen.
 */
import { ENTITY_KINDS, kindOf, type NoteId } from '../notes/note.ts';
import { Column } from './column.ts';

const BLOCK = 16;
// What a length in six bits stops at; the rest of it follows.
const LONG = 63;
const MAX_BYTE = 255;

export class IdWriter {
  readonly #starts = new Column(new Uint32Array(1 << 6));
  readonly #out = new Column(new Uint8Array(1 << 12));
  #before = '';
  count = 0;

  add(id: string): void {
    const out = this.#out;
    const kind = kindOf(id as NoteId);
    const slug = id.slice(kind.length + 1);
    if (this.count++ % BLOCK === 0) {
      this.#starts.push(out.length);
      this.#before = '';
    }
    let shared = 0;
    while (shared < MAX_BYTE && shared < slug.length && slug[shared] === this.#before[shared]) shared++;
    let rest = slug.length - shared;
    out.push(ENTITY_KINDS.indexOf(kind) | (Math.min(rest, LONG) << 2));
    out.push(shared);
    for (rest -= LONG; rest >= 0; rest -= MAX_BYTE) out.push(Math.min(rest, MAX_BYTE));
    // Ids are ASCII (see isNoteId).
    for (let p = shared; p < slug.length; p++) out.push(slug.charCodeAt(p));
    this.#before = slug;
  }

  bytes(): Uint8Array {
    const starts = this.#starts.taken();
    const bytes = new Uint8Array(starts.byteLength + this.#out.length);
    const view = new DataView(bytes.buffer);
    starts.forEach((start, i) => {
      view.setUint32(4 * i, starts.byteLength + start, true);
    });
    bytes.set(this.#out.taken(), starts.byteLength);
    return bytes;
  }
}

/** The id of a note by its place; `from` is where the ids begin. */
export function idAt(bytes: Uint8Array, from: number, index: number): NoteId {
  let at = from + new DataView(bytes.buffer).getUint32(from + 4 * Math.floor(index / BLOCK), true);
  const slug: number[] = [];
  let kind = 0;
  for (let i = index % BLOCK; i >= 0; i--) {
    kind = bytes[at]! & 3;
    let rest = bytes[at]! >> 2;
    slug.length = bytes[at + 1]!;
    at += 2;
    if (rest === LONG)
      for (let more = MAX_BYTE; more === MAX_BYTE; ) {
        more = bytes[at++]!;
        rest += more;
      }
    for (; rest > 0; rest--) slug.push(bytes[at++]!);
  }
  return `${ENTITY_KINDS[kind]!}/${String.fromCharCode(...slug)}` as NoteId;
}
