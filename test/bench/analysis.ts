/**
 * The whole analysis of an article of about a thousand words with twenty thousand held checks, by parts, and its time at one,
 * ten and a hundred thousand words: `node test/bench/analysis.ts`. Articles are our own fixtures, repeated; held checks are the
 * starter pack's and, where ../shared/data is, those of CheckThat! 2b.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute } from '../../lib/attribution/attribute.ts';
import { checkArticle } from '../../lib/checks/check-article.ts';
import { indexChecks } from '../../lib/checks/index-checks.ts';
import { extractClaims } from '../../lib/claims/extract.ts';
import { readKnowledge } from '../../lib/cli/knowledge.ts';
import { findHits } from '../../lib/gazetteer/find.ts';
import { linkMentions } from '../../lib/linking/link.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import { readClaimCorpus } from './check-corpora.ts';
import { median, type Row, record } from './record.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'articles');
const ROUNDS = 15;

const { gazetteer, notes, checks: starter, origins } = await readKnowledge([]);
const checks = indexChecks([...starter.checks, ...(readClaimCorpus('checkthat_2b_en')?.checks ?? [])]);

const paragraphs = readdirSync(FIXTURES)
  .flatMap((slug) => {
    try {
      return readFileSync(join(FIXTURES, slug, 'article.txt'), 'utf8').split('\n\n');
    } catch {
      return [];
    }
  })
  .filter((paragraph) => paragraph.length > 80);

/** Our own articles, paragraph by paragraph, over and over, up to a number of words. */
function textOf(words: number): string {
  const taken: string[] = [];
  for (let count = 0, at = 0; count < words; at++) {
    const paragraph = paragraphs[at % paragraphs.length]!;
    taken.push(paragraph);
    count += paragraph.split(/\s+/).length;
  }
  return taken.join('\n\n');
}

/** Processor time so far, in milliseconds: the same on a busy machine as on an idle one. */
const busy = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds of names, attributions, claims and checks. */
function partsOf(text: string): [names: number, attributions: number, claims: number, checks: number] {
  const times = [busy()];
  const lap = (): number => times.push(busy());
  const article = articleFromText({
    id: 'bench',
    text,
    date: { from: '2019-02-10', to: '2019-02-10', basis: 'argument' },
  });
  const mentions = linkMentions(article, findHits(article, gazetteer), notes);
  lap();
  const attributions = attribute(article, mentions, notes);
  lap();
  const claims = extractClaims(article, mentions, attributions);
  lap();
  checkArticle({ article, mentions, attributions, claims, notes, checks, origins });
  lap();
  const [a, b, c, d] = times.slice(1).map((time, at) => time - times[at]!);
  return [a!, b!, c!, d!];
}

const rows: Row[] = [1_000, 10_000, 100_000].map((words): Row => {
  const text = textOf(words);
  const rounds = Array.from({ length: words > 1_000 ? 3 : ROUNDS }, () => partsOf(text));
  const part = (at: number): number => Number(median(rounds.map((round) => round[at]!)).toFixed(1));
  const total = median(rounds.map((round) => round.reduce((a, b) => a + b, 0)));
  return {
    words: text.split(/\s+/).length,
    'held checks': checks.checks.length,
    names: part(0),
    attributions: part(1),
    claims: part(2),
    checks: part(3),
    'processor ms in all': Number(total.toFixed(1)),
  };
});
await record('analysis', rows);
