/** Letters and punctuation as names are compared by, written as UTF-8. */
import { APOSTROPHE, classOf, DASH, foldOf, JOINER, NEWLINE, QUOTE, SPACE, WORD } from '../text/characters.ts';
import { FOLDED } from './ascii.ts';
import { codeAt, putCode, sizeOf } from './bytes.ts';
import { POOL_SPACE } from './format.ts';

/** Writes the folded letters of a token. */
export function putFolded(bytes: Uint8Array, start: number, end: number, out: Uint8Array, at: number): number {
  let to = at;
  for (let p = start; p < end; ) {
    const byte = bytes[p]!;
    if (byte < 0x80) {
      if (FOLDED[byte] !== 0) out[to++] = FOLDED[byte]!;
      p++;
      continue;
    }
    const code = codeAt(bytes, p);
    if (classOf(code) === WORD) for (const char of foldOf(code)) to = putCode(char.codePointAt(0)!, out, to);
    p += sizeOf(byte);
  }
  return to;
}

/** Writes punctuation as it is compared: one space, one kind of dash, apostrophe and quotation mark. */
export function putGap(bytes: Uint8Array, start: number, end: number, out: Uint8Array, at: number): number {
  let to = at;
  for (let p = start; p < end; p += sizeOf(bytes[p]!)) {
    const code = codeAt(bytes, p);
    const kind = classOf(code);
    if (kind === SPACE || kind === NEWLINE) {
      if (to === at || out[to - 1] !== POOL_SPACE) out[to++] = POOL_SPACE;
    } else if (kind === DASH) out[to++] = 0x2d;
    else if (kind === APOSTROPHE) out[to++] = 0x27;
    else if (kind === QUOTE) out[to++] = 0x22;
    else if (kind === WORD) to = putCode(foldOf(code).codePointAt(0)!, out, to);
    else if (kind !== JOINER) to = putCode(code, out, to);
  }
  return to;
}

/** A word of ASCII as bytes. */
export function asciiOf(word: string): Uint8Array {
  const bytes = new Uint8Array(word.length);
  for (let i = 0; i < word.length; i++) bytes[i] = word.charCodeAt(i);
  return bytes;
}

/** Copies bytes and returns the position after them; for a name, calling `set` on a view costs more. */
export function copy(from: Uint8Array, start: number, end: number, out: Uint8Array, at: number): number {
  let to = at;
  for (let p = start; p < end; p++) out[to++] = from[p]!;
  return to;
}

/** Whether a token may be an acronym, by its second character: "US", "U.S.". */
export function mayBeAcronym(bytes: Uint8Array, start: number, end: number): boolean {
  const second = bytes[start + 1]!;
  return end > start + 1 && (second >= 0x80 || second === 0x2e || (second >= 0x41 && second <= 0x5a));
}
