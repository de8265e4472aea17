import { describe, expect, test } from 'vitest';
import { compileGazetteer } from '../../../lib/gazetteer/compile.ts';
import { type GazetteerError, openGazetteer } from '../../../lib/gazetteer/gazetteer.ts';
import { note } from './notes.ts';

const bytes = (): ArrayBuffer => compileGazetteer([note({ id: 'unit/a', aliases: ['Fourth Division'] })]);

const changed = (word: number, value: number): ArrayBuffer => {
  const buffer = bytes();
  new Uint32Array(buffer)[word] = value;
  return buffer;
};

describe('bytes that are no gazetteer are refused, each with its code', () => {
  test.each([
    ['nothing', () => new ArrayBuffer(0), 'not-a-gazetteer'],
    ['other bytes', () => new Uint8Array(4096).fill(7).buffer, 'not-a-gazetteer'],
    ['an older format', () => changed(1, 1), 'other-version'],
    ['another list of spellings', () => changed(2, 1), 'other-version'],
    ['a piece', () => bytes().slice(0, -8), 'truncated'],
    ['a changed section', () => changed(10, 64), 'damaged'],
    ['sections out of order', () => changed(13, 0), 'damaged'],
  ] as const)('%s', (_, make, code) => {
    let thrown: GazetteerError | undefined;
    try {
      openGazetteer(make());
    } catch (error) {
      thrown = error as GazetteerError;
    }
    expect(thrown?.code).toBe(code);
  });
});

describe('an opened gazetteer', () => {
  test('knows its size and its notes', () => {
    const buffer = compileGazetteer([
      note({ id: 'unit/a', aliases: ['Fourth Division', '4th Armoured Division'] }),
      note({ id: 'outlet/b', aliases: ['Reuters'] }),
    ]);
    const gazetteer = openGazetteer(buffer);
    expect(gazetteer).toMatchObject({ noteCount: 2, aliasCount: 3, byteLength: buffer.byteLength });
    expect([gazetteer.noteId(0), gazetteer.noteId(1)]).toEqual(['unit/a', 'outlet/b']);
  });

  test('takes at most 40 bytes for a name, the id of its note included, once there are thousands', () => {
    const first = ['Ada', 'Ben', 'Cleo', 'Dora', 'Emil', 'Fay', 'Gus', 'Hal', 'Ivo', 'Jan'];
    const notes = Array.from({ length: 10_000 }, (_, i) =>
      note({ id: `unit/${i}`, name: `${first[i % 10]} Number${i}`, aliases: [`${first[i % 10]} Number${i}`] }),
    );
    expect(compileGazetteer(notes).byteLength / notes.length).toBeLessThan(40);
  });
});
