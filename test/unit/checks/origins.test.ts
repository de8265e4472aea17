import { expect, test } from 'vitest';
import { analyzeText } from './small-world.ts';

const groupsOf = (text: string): string[] =>
  analyzeText(text, '2019-03-14', []).origins.map(({ outlets, origin }) => `${outlets.join(' ')} <- ${origin}`);

test.each<[text: string, ...groups: string[]]>([
  [
    'The army left Dorna on Monday, the Belen Times reported. The depot exploded on Tuesday, the Tarin Post reported.',
    'outlet/belen-times <- outlet/belen-times',
    'outlet/tarin-post <- outlet/tarin-post',
  ],
  // The cited outlet stands inside the citing relation, whose source is the one that cites.
  [
    'The army left Dorna on Monday, the Belen Times reported, citing the Tarin Post. The depot exploded, the Tarin Post reported.',
    'outlet/belen-times outlet/tarin-post <- outlet/tarin-post',
  ],
  [
    'The Belen Times, citing the Tarin Post, reported that the army had left Dorna on Monday.',
    'outlet/belen-times <- outlet/tarin-post',
  ],
])('%s', (text, ...groups) => {
  expect(groupsOf(text)).toEqual(groups);
});
