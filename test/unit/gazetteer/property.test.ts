import { test } from 'vitest';
import { compareOn } from './compare.ts';

// 60 in a short run; `npm run test:long` sets thousands.
const DICTIONARIES = Number(process.env.GAZETTEER_DICTIONARIES ?? 60);

test(`the scan finds what a naive matcher finds: ${DICTIONARIES} dictionaries, 100 texts each`, () => {
  compareOn({ from: 1, to: 1 + DICTIONARIES });
});
