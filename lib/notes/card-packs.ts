/** One subject of several packs on one card: each statement under its pack's name, and what the packs differ on. */
import { type Label, label, type Shown, spelled } from '../text/messages.ts';
import type { DayRange } from '../text/partial-date.ts';
import type { CardProvenance, CardStatement, PackNote } from './card.ts';
import { type Said, statementsOfAll } from './card-statements.ts';
import { factsAsOf, standingOf } from './standing.ts';

const isSame = (a: Shown | null, b: Shown | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Sources of a statement that several packs make: a page both cite is listed once, as in both. */
function joined(a: readonly CardProvenance[], b: readonly CardProvenance[]): CardProvenance[] {
  const inBoth = (one: CardProvenance): CardProvenance => ({ ...one, pack: label('prov_packs', spelled(2)) });
  return [
    ...a.map((one) => (b.some(({ url }) => url === one.url) ? inBoth(one) : one)),
    ...b.filter(({ url }) => !a.some((one) => one.url === url)),
  ];
}

/** The statements of all packs; one that two packs make in the same words stands once, with the sources of both. */
export function statementsOfPacks(all: readonly PackNote[], article: DayRange | null, locale: string): CardStatement[] {
  const several = all.length > 1;
  const said = all.map(({ note, pack }): Said => ({ note, showing: { locale, ...(several && { pack }) } }));
  const statements: CardStatement[] = [];
  for (const one of statementsOfAll(said, article)) {
    const at = statements.findIndex((held) => isSame(held.text, one.text) && isSame(held.dates, one.dates));
    if (at === -1) statements.push(one);
    else statements[at] = { ...statements[at]!, provenance: joined(statements[at]!.provenance, one.provenance) };
  }
  return statements;
}

/** Fields of which one value holds at a time: two packs that give two values differ. Said most important first. */
const SINGLE = ['role', 'commander', 'leader', 'owner', 'editor', 'parent'] as const;

/** "Two packs differ on the commander", as of the article's date; `null` when they do not, or no date is known. */
export function differenceOf(all: readonly PackNote[], article: DayRange | null): Label | null {
  if (!article || all.length < 2) return null;
  for (const what of SINGLE) {
    const values = all.flatMap(({ note }) => {
      const [fact] = factsAsOf(note, [what], article);
      return fact && ['holds', 'assumed'].includes(standingOf(fact, note, article)) ? fact.value.toLowerCase() : [];
    });
    const different = new Set(values).size;
    if (different > 1) return label('asof_packs_differ', spelled(values.length), label(`field_${what}`));
  }
  return null;
}
