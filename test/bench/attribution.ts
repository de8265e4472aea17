/**
 * How well attributions are found, and how long attributions and claims take as texts grow: `node test/bench/attribution.ts`.
 * Reads `../shared/data`; keeps what it measured under `record/`.
 */
import { attribute } from '../../lib/attribution/attribute.ts';
import { extractClaims } from '../../lib/claims/extract.ts';
import { compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { findHits } from '../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../lib/gazetteer/gazetteer.ts';
import { linkMentions } from '../../lib/linking/link.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import { overlaps } from '../../lib/text/span.ts';
import { type EcbDocument, type GumArticle, linesOf, readCorpus } from './corpora.ts';
import { type Row, record } from './record.ts';
import { attributionsOf, f1, type Score, scoreArticle } from './relation-score.ts';

const rows: Row[] = [];
const round = (n: number, digits = 3): number => Number(n.toFixed(digits));

function gum(articles: readonly GumArticle[], genre: string): void {
  const chosen = articles.filter((a) => a.genre === genre);
  const score: Score = { content: 0, source: 0, shown: 0, gold: 0 };
  for (const article of chosen) scoreArticle(attributionsOf(article.id, article.text), article, score);
  rows.push({
    measured: `gum_wikinews ${genre}`,
    articles: chosen.length,
    relations: score.gold,
    found: score.shown,
    'content F1': round(f1(score.content, score)),
    'content and source P': round(score.source / score.shown),
    'content and source R': round(score.source / score.gold),
    'content and source F1': round(f1(score.source, score)),
  });
}

/** Reporting cues of ECB+ that are cues here, too; what else is found there is mostly attitude, which ECB+ files elsewhere. */
function ecb(documents: readonly EcbDocument[]): void {
  let gold = 0;
  let hits = 0;
  for (const { id, text, mentions, annotated_sentences } of documents) {
    const cues = attributionsOf(id, text).flatMap((a) => a.cue);
    const lines = linesOf(text);
    for (const at of annotated_sentences) {
      const line = lines[at];
      if (!line) continue;
      for (const m of mentions) {
        if (m.type !== 'ACTION_REPORTING' || m.start < line.start || m.end > line.end) continue;
        gold++;
        if (cues.some((c) => c.start < m.end && m.start < c.end)) hits++;
      }
    }
  }
  rows.push({
    measured: 'ecbplus reporting cues',
    relations: gold,
    found: hits,
    'content and source R': round(hits / gold),
  });
}

interface EntityArticle {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly entity: string }[];
}

/** Longest mention an antecedent may overlap with: longer ones hold half a sentence. */
const LONGEST_MENTION = 80;

/** Pronouns and descriptions that are sources: whether what they go back to is the same entity of GUM. */
function antecedents(articles: readonly EntityArticle[]): void {
  let found = 0;
  let right = 0;
  const nobody = openGazetteer(compileGazetteer([]));
  for (const { id, text, mentions: gold } of articles) {
    const article = articleFromText({ id, text });
    const mentions = linkMentions(article, findHits(article, nobody), new Map());
    for (const { source, antecedent } of attribute(article, mentions, new Map())) {
      const [own] = source;
      const entity = own && gold.find((m) => m.start === own.start && m.end === own.end)?.entity;
      if (!antecedent || entity === undefined) continue;
      found++;
      const same = gold.filter((m) => m.entity === entity && m.end <= own!.start && m.end - m.start < LONGEST_MENTION);
      if (same.some((m) => overlaps(m, antecedent))) right++;
    }
  }
  rows.push({ measured: 'gum_wikinews antecedents', found, 'content and source P': round(right / found) });
}

/** Processor time, which other work on the machine does not lengthen. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The same articles over and over, to 1,000, 10,000 and 100,000 words; the best of five runs of each. */
function curve(articles: readonly GumArticle[]): void {
  const words = articles
    .map((a) => a.text)
    .join('\n\n')
    .split(/(?<=\s)/);
  while (words.length < 100_000) words.push(...words);
  for (const count of [1_000, 10_000, 100_000]) {
    const article = articleFromText({ id: 'curve', text: words.slice(0, count).join('') });
    let attributions = Number.POSITIVE_INFINITY;
    let claims = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 5; run++) {
      const started = processorMs();
      const found = attribute(article, [], new Map());
      const between = processorMs();
      extractClaims(article, [], found);
      attributions = Math.min(attributions, between - started);
      claims = Math.min(claims, processorMs() - between);
    }
    rows.push({
      measured: `${count} words`,
      'attributions, processor ms': round(attributions, 1),
      'claims, processor ms': round(claims, 1),
    });
  }
}

const articles = readCorpus<GumArticle>('gum_wikinews/attributions.jsonl');
const documents = readCorpus<EcbDocument>('ecbplus/docs.jsonl');
if (articles) {
  gum(articles, 'news');
  gum(articles, 'interview');
  curve(articles);
}
if (documents) ecb(documents);
const entities = readCorpus<EntityArticle>('gum_wikinews/entities.jsonl');
if (entities) antecedents(entities);
if (rows.length > 0) await record('attribution', rows);
