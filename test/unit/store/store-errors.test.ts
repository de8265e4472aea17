import Dexie from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { toStoreError } from '../../../lib/store/dexie-tables.ts';

afterEach(() => vi.unstubAllGlobals());

const named = (name: string): Error => new DOMException('It did not work.', name);
/** As Dexie hands on what a transaction ended with. */
const wrapped = (name: string): Error => new Dexie.AbortError('Transaction aborted', named(name));

// What the browser says of its disk decides what a vague error means: 1 is full.
test.each<[string, Error, number | 'not told', 'quota' | 'storage']>([
  ['the plain word for it', named('QuotaExceededError'), 0.1, 'quota'],
  ['the plain word inside', wrapped('QuotaExceededError'), 0.1, 'quota'],
  ['vague words on a full disk', named('UnknownError'), 0.99, 'quota'],
  ['an abort on a full disk', wrapped('AbortError'), 0.96, 'quota'],
  ['a lost transaction on a full disk', named('TransactionInactiveError'), 1.2, 'quota'],
  ['vague words with room left', named('UnknownError'), 0.5, 'storage'],
  ['vague words and no word of room', named('UnknownError'), 'not told', 'storage'],
  ['something else on a full disk', named('ConstraintError'), 0.99, 'storage'],
])('44: %s', async (_, error, share, code) => {
  vi.stubGlobal('navigator', {
    storage: {
      estimate: async () => {
        if (share === 'not told') throw new TypeError('no estimate here');
        return { usage: share * 1e9, quota: 1e9 };
      },
    },
  });
  const told = await toStoreError(error);
  expect(told).toMatchObject({ name: 'StoreError', code });
  // Whoever looks into it finds what the browser said.
  expect(told.cause).toBe(error);
});
