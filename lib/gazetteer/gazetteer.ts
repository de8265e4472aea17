/** A compiled gazetteer, used in place: opening one reads its header and nothing else. */
import type { NoteId } from '../notes/note.ts';
import { FORMAT_VERSION, H, HEADER_WORDS, MAGIC, RULES_VERSION } from './format.ts';
import { idAt } from './ids.ts';

/** Why bytes are no gazetteer of ours; in each case the packs are compiled again. */
export type GazetteerFault = 'not-a-gazetteer' | 'other-version' | 'truncated' | 'damaged';

export class GazetteerError extends Error {
  readonly code: GazetteerFault;
  constructor(code: GazetteerFault) {
    super(`gazetteer: ${code}`);
    this.name = 'GazetteerError';
    this.code = code;
  }
}

/** The names of all notes, ready to be looked for. */
export interface Gazetteer {
  readonly byteLength: number;
  /** Surface forms held, derived ones included. */
  readonly aliasCount: number;
  readonly noteCount: number;
  /** Note by its position in the packs. */
  noteId(index: number): NoteId;
  /** The sections, for the scan. */
  readonly sections: Sections;
}

export interface Sections {
  readonly flags: number;
  readonly bytes: Uint8Array;
  /** Filter of first words, by their first eight letters. */
  readonly words: Int32Array;
  readonly wordMask: number;
  /** Filter of first words, prefixes, and prefixes with the first letters of what follows. */
  readonly bloom: Int32Array;
  readonly bloomScale: number;
  /** Pairs of hash and payload. */
  readonly slots: Int32Array;
  /** Slots a hash is spread over, as a share of the 31-bit range. */
  readonly scale: number;
}

/** Opens stored bytes. Throws `GazetteerError` for anything `compileGazetteer` of this version did not make. */
export function openGazetteer(buffer: ArrayBuffer): Gazetteer {
  if (buffer.byteLength < HEADER_WORDS * 4) throw new GazetteerError('not-a-gazetteer');
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  const word = (name: keyof typeof H): number => header[H[name]]!;
  if (word('magic') !== MAGIC) throw new GazetteerError('not-a-gazetteer');
  if (word('format') !== FORMAT_VERSION || word('rules') !== RULES_VERSION) throw new GazetteerError('other-version');
  if (buffer.byteLength !== word('byteLength')) throw new GazetteerError('truncated');
  const sum = header.subarray(0, H.checksum).reduce((total, part) => (Math.imul(total, 31) + part) >>> 0, 0);
  const ordered = ['words', 'bloom', 'slots', 'ids', 'pool', 'byteLength'] as const;
  const inOrder = ordered.every((name, i) => i === 0 || word(ordered[i - 1]!) <= word(name));
  if (sum !== word('checksum') || !inOrder) throw new GazetteerError('damaged');

  const bytes = new Uint8Array(buffer);
  const ids = word('ids');
  return {
    byteLength: buffer.byteLength,
    aliasCount: word('aliases'),
    noteCount: word('notes'),
    noteId: (index) => idAt(bytes, ids, index),
    sections: {
      flags: word('flags'),
      bytes,
      words: new Int32Array(buffer, word('words'), (word('bloom') - word('words')) / 4),
      wordMask: (word('bloom') - word('words')) * 8 - 1,
      bloom: new Int32Array(buffer, word('bloom'), word('bloomBits') / 32),
      bloomScale: word('bloomBits') / 2 ** 31,
      slots: new Int32Array(buffer, word('slots'), word('slotCount') * 2),
      scale: word('slotSpread') / 2 ** 31,
    },
  };
}
