import { expect, test } from 'vitest';
import { modalitiesOf } from '../../../lib/checks/modality.ts';
import { tokensOf } from '../../../lib/checks/words.ts';

/** How the word marked with `*` is put: mode, and `not` or `refuted` where they apply. */
function putOf(marked: string): string {
  const text = marked.replace('*', '');
  const tokens = tokensOf(text);
  const at = tokens.findIndex(({ start }) => start === marked.indexOf('*'));
  const { mode, negated, refuted } = modalitiesOf(text, tokens)[at]!;
  return [mode, negated && 'not', refuted && 'refuted'].filter(Boolean).join(' ');
}

test.each([
  ['The army *entered Dorna.', 'asserted'],
  ['The army did not *enter Dorna.', 'asserted not'],
  ['The army didn’t *enter Dorna.', 'asserted not'],
  ['The army never *left Dorna.', 'asserted not'],
  ['The army failed to *take Dorna.', 'asserted not'],
  ['The army did not enter Dorna but *shelled it.', 'asserted'],
  ['The army did not fail to *enter Dorna.', 'asserted'],
  ['Not only the army but also the police *entered Dorna.', 'asserted'],
  ['No fewer than 14 people *died.', 'asserted'],
  ['It is false that the army *entered Dorna.', 'asserted refuted'],
  ['The claim that vaccines *contain chips has been debunked.', 'asserted refuted'],
  ['The agency wrongly *called Hama an eastern city.', 'asserted refuted'],
  ['An earlier version of this article *misplaced Hama.', 'asserted refuted'],
  ['Russia denied *blowing up bridges.', 'denial'],
  ['Russia denied that its troops had *blown up bridges.', 'denial'],
  ['The report that bridges were *blown up was denied by Russia.', 'denial'],
  ['Russia denied the report, but Iran *confirmed it.', 'asserted'],
  ['If the army *enters Dorna, talks will end.', 'conditional'],
  ['If the army enters Dorna, talks will *end.', 'conditional'],
  ['The army could *enter Dorna within days.', 'possible'],
  ['Russia appears to be trying to *weaken the militias.', 'possible'],
  ['Did the army *enter Dorna?', 'question'],
  ['“Did the army *enter Dorna?”', 'question'],
  ['The two are set to *meet on Tuesday.', 'plan'],
  ['The union urged the army to *leave.', 'order'],
])('%s is %s', (marked, put) => {
  expect(putOf(marked)).toBe(put);
});
