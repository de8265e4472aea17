/** The gate over the first three letters of a word: a bit for each code of three characters. */
import { ANY, GATE_CODE, GATE_CODES } from './ascii.ts';
import { GATE_BYTES } from './format.ts';

const open = (gate: Uint8Array, code: number): void => {
  gate[code >> 3]! |= 1 << (code & 7);
};

/** A gate that lets through only what it cannot judge. */
export function newGate(): Uint8Array {
  const gate = new Uint8Array(GATE_BYTES);
  for (let code = 0; code < GATE_CODES; code++) {
    if ((code & 31) !== 0 && [code & 31, (code >> 5) & 31, code >> 10].includes(ANY)) open(gate, code);
  }
  return gate;
}

/** Lets a word through, given its folded bytes. */
export function openFor(token: Uint8Array, length: number, gate: Uint8Array): void {
  const a = GATE_CODE[token[0]!]!;
  const b = length > 1 ? GATE_CODE[token[1]!]! : 0;
  const c = length > 2 ? GATE_CODE[token[2]!]! : 0;
  open(gate, a | (b << 5) | (c << 10));
  // A dotted acronym shows its first letter and a period.
  open(gate, a);
}
