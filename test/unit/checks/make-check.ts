import type { Check } from '../../../lib/checks/check.ts';

/** A held check with what a test does not care about filled in. */
export const makeCheck = (slug: string, given: Partial<Check> & Pick<Check, 'claim'>): Check => ({
  id: `check/${slug}`,
  also: [],
  words: [],
  about: [],
  finding: 'unconfirmed',
  explain: `What is held on ${slug}.`,
  reports: [],
  ...given,
});
