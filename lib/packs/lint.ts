import { balanceRules } from './rules/balance.ts';
import { checkWordingRules } from './rules/check-wordings.ts';
import { checkRules } from './rules/checks.ts';
import { nameRules } from './rules/names.ts';
import { postRules } from './rules/posts.ts';
import { referenceRules } from './rules/references.ts';
import type { Rule } from './rules/rule.ts';
import { sourceRules } from './rules/sources.ts';
import { wordingRules } from './rules/wording.ts';
import { type Place, type Problem, problemAt, type Source } from './source.ts';

const packRules: readonly Rule[] = [
  {
    id: 'pack-incomplete',
    asks: 'A pack says who publishes it, under which licence, and where a correction is sent.',
    mend: 'Add the field to pack.yaml.',
    check({ pack: { manifest } }, tell) {
      if (!manifest.licence) tell('', 'licence', 'the licence of the notes is not stated');
      if (!manifest.contact) tell('', 'contact', 'there is no address for corrections');
      if (!manifest.date)
        tell('', 'date', 'the day of this edition is not stated, so that nothing can be found expired');
    },
  },
];

/** Everything `pack check` asks, in the order of its report. What cannot be read at all is told before any of these. */
export const RULES: readonly Rule[] = [
  ...packRules,
  ...sourceRules,
  ...postRules,
  ...nameRules,
  ...referenceRules,
  ...wordingRules,
  ...checkRules,
  ...checkWordingRules,
  ...balanceRules,
];

const PACK_PLACE: Place = { file: 'pack.yaml', line: 1 };

/** What is to be mended in a pack, by file and line. */
export function lintPack(source: Source): Problem[] {
  const found: Problem[] = [...source.problems];
  for (const { id, mend, check } of RULES) {
    check(source, (record, field, message) => {
      found.push(
        problemAt(source.places.get(record) ?? PACK_PLACE, {
          rule: id,
          ...(record && { record }),
          ...(field && { field }),
          message,
          mend,
        }),
      );
    });
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
