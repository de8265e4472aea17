/**
 * What a matched check says of this very claim. The author's finding stands unless the parts tell another story: an article
 * that gives another number than the sources agree on, a third number where the author knew two, or a plan that was already
 * overtaken when the article was written.
 */
import { type DayRange, daysOf } from '../text/partial-date.ts';
import { overlaps } from '../text/span.ts';
import type { ArticleView, SentenceView } from './article-view.ts';
import type { Check, FindingKind, Origin, Part, Report } from './check.ts';
import { compareStatements } from './compare.ts';
import { isOfOneThing } from './compare-numbers.ts';
import type { Explanation } from './finding.ts';
import type { Match } from './match.ts';
import { isBare } from './match-words.ts';
import { type Statement, statementOf } from './statement.ts';

export interface Settled {
  readonly finding: FindingKind;
  readonly part: Part | null;
  readonly explain: Explanation;
}

/** Parts in which a difference read from the text alone may be shown; in the others it only silences an agreement. */
const SHOWN: ReadonlySet<Part> = new Set(['number', 'time']);

/** The finding to show, or `null` for none. */
export function settle(match: Match, article: ArticleView, origins: ReadonlyMap<string, Origin>): Settled | null {
  const { check } = match.check;
  const explain: Explanation =
    check.explain === '' ? { key: 'held_check', args: [check.claim] } : { text: check.explain };
  const written: Settled = { finding: check.finding, part: check.part ?? null, explain };
  if (isBare(check)) return written;
  const said = statementFor(match, article);
  if (check.finding === 'agrees') return settleAgreement(check, said, written, origins);
  const settled = check.part === 'number' && check.holds !== undefined ? settleNumber(match, said, written) : written;
  // Overtaken is what was true when it was written; later it is another number, or another state of things.
  if (settled?.finding === 'overtaken' && isOver(check, article.date) && match.mode !== 'plan')
    return { ...settled, finding: 'differs' };
  return settled;
}

/** The claim alone where it is a sentence of its own, else the sentence it stands in. */
function statementFor({ sentence }: Match, article: ArticleView): Statement {
  const view = article.sentences[sentence]!;
  let statement = sentenceStatements.get(view);
  if (!statement) {
    statement = statementOf(view.text, article.date, view.start);
    sentenceStatements.set(view, statement);
  }
  return statement;
}
const sentenceStatements = new WeakMap<SentenceView, Statement>();

/** A text of a check read once: what the sources hold does not change between articles. */
function heldStatement(check: Check, text: string): Statement {
  const texts = heldStatements.get(check) ?? new Map<string, Statement>();
  heldStatements.set(check, texts);
  let statement = texts.get(text);
  if (!statement) {
    statement = statementOf(text, heldDate(check));
    texts.set(text, statement);
  }
  return statement;
}
const heldStatements = new WeakMap<Check, Map<string, Statement>>();

const heldDate = ({ when, reports }: Check): DayRange | null => {
  const date = when ?? reports.find((report) => report.date !== undefined)?.date;
  return date === undefined ? null : daysOf(date);
};

function settleAgreement(
  check: Check,
  said: Statement,
  written: Settled,
  origins: ReadonlyMap<string, Origin>,
): Settled | null {
  const texts = [check.holds ?? check.claim, ...(check.parts?.number ? [check.claim] : [])];
  for (const text of texts) {
    const { finding, part } = compareStatements(said, heldStatement(check, text));
    if (finding !== 'differs' && finding !== 'contradicted') continue;
    if (finding === 'contradicted' || part === null || !SHOWN.has(part)) return null;
    return { finding, part, explain: { key: 'held_instead', args: [text] } };
  }
  // An author's sentence goes with the author's finding; where there is none, the reports speak for themselves.
  const sole = check.explain === '' ? soleOrigin(check.reports, origins) : null;
  return sole === null
    ? written
    : {
        finding: 'single-origin',
        part: null,
        explain: { key: 'held_one_origin', args: [origins.get(sole)?.name ?? sole] },
      };
}

/** The article's number may be the one that is held, the one the author saw in articles, or a third one. */
function settleNumber({ check: { check }, words }: Match, said: Statement, written: Settled): Settled | null {
  const claimed = heldStatement(check, check.claim);
  const own = said.quantities.filter((quantity) => claimed.quantities.some((other) => isOfOneThing(quantity, other)));
  // A number the author listed, of the thing the claim counts: the finding is about it, "at least" or not.
  if (own.some((quantity) => words.some((word) => overlaps(word, quantity)))) return written;
  const held = compareStatements(said, heldStatement(check, check.holds!));
  if (held.finding === 'agrees' && held.part === 'number') return null;
  const seen = compareStatements(said, claimed);
  if (seen.finding === 'differs' && seen.part === 'number') {
    return held.finding === 'differs' && held.part === 'number'
      ? { ...written, explain: { key: 'held_instead', args: [check.holds!] } }
      : null;
  }
  return written;
}

/** Whether what overtook the claim was known when the article was written. */
function isOver({ reports }: Check, date: DayRange | null): boolean {
  const days = reports
    .filter(({ stance }) => stance === 'overtakes')
    .flatMap((report) => (report.date === undefined ? [] : (daysOf(report.date) ?? [])));
  const last = days
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return date !== null && last !== undefined && date.from > last;
}

/**
 * Reports that support a claim and all go back to one origin: two that say so, or one whose origin nobody is named for.
 * Reports without an origin are their own.
 */
export function soleOrigin(reports: readonly Report[], origins: ReadonlyMap<string, Origin>): string | null {
  const supporting = reports.filter(({ stance }) => stance === 'supports' || stance === 'repeats');
  const ids = new Set(supporting.map(({ origin, outlet, name, url }) => origin ?? outlet ?? name ?? url));
  const [id] = ids;
  if (ids.size !== 1 || id === undefined || supporting.every(({ origin }) => origin === undefined)) return null;
  return supporting.length > 1 || origins.get(id)?.named === false ? id : null;
}
