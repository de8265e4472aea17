import { expect, test } from 'vitest';
import { unitsOf } from '../../../lib/checks/meaning.ts';
import { tokensOf } from '../../../lib/checks/words.ts';

const keysOf = (text: string): string =>
  unitsOf(text, tokensOf(text))
    .map(({ keys }) => keys.join('+'))
    .join(' ');

test.each([
  ['Russian troops', '@russia ~troop'],
  ['the Kremlin’s soldiers', '@russia ~troop'],
  ['Russian-backed troops', 'pro:russia ~troop'],
  ['pro-Russian troops', 'pro:russia ~troop'],
  ['troops loyal to Moscow', '~troop pro:russia'],
  ['militias aligned with Iran', '~militia pro:iran'],
  ['militias backed by the Kremlin', '~militia pro:russia'],
  ['anti-Russian protests', 'anti:russia ~protest'],
  ['Iranian loyalists', 'pro:iran'],
  ['Russia backed the plan', '@russia ~support plan'],
  ['bridges were blown up', '~bridge ~destroy'],
  ['they crossed; the crossings', 'cross ~bridge'],
  ['pulled out of the town', '~leave ~city'],
  ['Hamas fighters in Hama', 'hamas ~fighter hama'],
  ['the White House and the US', '@usa @usa'],
  ['14 dead on 3 May 2019', '#14 ~kill #3 time:may time:2019'],
  ['it may march', 'march'],
])('"%s" means %s', (text, keys) => {
  expect(keysOf(text)).toBe(keys);
});
