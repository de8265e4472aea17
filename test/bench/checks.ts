/**
 * Held checks against public corpora: ranking (MAP@5), what is offered on whole transcripts, articles of one event (MAP),
 * and the time of it all. `node test/bench/checks.ts [--judge]`; `--judge` lists what is offered, by confidence, with the
 * judgement kept in `record/shown-on-transcripts.tsv` where there is one. Reads `../shared/data`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyzeArticle, type Knowledge } from '../../lib/checks/analyze.ts';
import { indexChecks } from '../../lib/checks/index-checks.ts';
import { lookupChecks } from '../../lib/checks/lookup.ts';
import { eventSimilarity, rarityOf, sketchOf } from '../../lib/checks/same-event.ts';
import { compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { openGazetteer } from '../../lib/gazetteer/gazetteer.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import { type ClaimCorpus, lastDate, readClaimCorpus, readTranscripts } from './check-corpora.ts';
import { readCorpus } from './corpora.ts';
import { type Row, record } from './record.ts';

const { values } = parseArgs({ options: { judge: { type: 'boolean', default: false } } });
const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / (numbers.length || 1);
const dayRange = (day: string | undefined) => (day === undefined ? null : { from: day, to: day });
const rows: Row[] = [];

function ranking(name: string, { checks, queries, relevant }: ClaimCorpus): void {
  const index = indexChecks(checks);
  const started = performance.now();
  const precisions = queries.map(({ id, text, date }) => {
    const right = relevant.get(id)!;
    let hits = 0;
    let sum = 0;
    lookupChecks(index, { text, date: dayRange(date) }, 5).forEach(({ at }, rank) => {
      if (right.has(checks[at]!.id)) sum += ++hits / (rank + 1);
    });
    return sum / Math.min(right.size, 5);
  });
  rows.push({
    corpus: name,
    checks: checks.length,
    'MAP@5': Number(mean(precisions).toFixed(3)),
    'ms a lookup': Number(((performance.now() - started) / queries.length).toFixed(2)),
    'index bytes': index.postings.bytes.byteLength,
  });
}

interface Shown {
  readonly key: string;
  readonly confidence: number;
  readonly sentence: string;
  readonly check: string;
}

/** Judgements by reading: the transcript, the sentence's number, the check, right or wrong. No text is kept. */
function judgements(): ReadonlyMap<string, string> {
  const file = join(import.meta.dirname, 'record', 'shown-on-transcripts.tsv');
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return new Map(
    lines
      .map((line) => line.split('\t'))
      .map(([transcript, n, check, , judged]) => [`${transcript} ${n} ${check}`, judged!]),
  );
}

function transcripts(corpus: ClaimCorpus): void {
  const texts = readTranscripts();
  if (!texts) return;
  const knowledge: Knowledge = {
    gazetteer: openGazetteer(compileGazetteer([])),
    notes: new Map(),
    checks: indexChecks(corpus.checks),
    origins: new Map(),
  };
  const statements = new Map(corpus.checks.map(({ id, claim }) => [id, claim]));
  const shown = texts.flatMap(({ id, debate_key, sentences }): Shown[] => {
    let text = '';
    const starts = sentences.map((sentence) => {
      const start = text.length;
      text += `${sentence.text}\n`;
      return start;
    });
    const date = lastDate(debate_key);
    const article = articleFromText({
      id,
      text,
      ...(date && { date: { from: date, to: date, basis: 'argument' as const } }),
    });
    const { findings, claims } = analyzeArticle(article, knowledge);
    return findings.flatMap(({ check, claim, confidence }) => {
      const at = starts.findLastIndex((start) => start <= claims[claim]!.start);
      const { n, text: sentence } = sentences[at]!;
      return check === null ? [] : [{ key: `${id} ${n} ${check}`, confidence, sentence, check }];
    });
  });
  shown.sort((a, b) => b.confidence - a.confidence);
  const judged = judgements();
  const share = (of: readonly Shown[]): string => {
    const read = of.filter(({ key }) => judged.has(key));
    return `${read.filter(({ key }) => judged.get(key) === 'right').length} of ${read.length} read, ${of.length} shown`;
  };
  rows.push({
    corpus: 'six transcripts',
    sentences: texts.reduce((sum, { sentences }) => sum + sentences.length, 0),
    'right in the first 60': share(shown.slice(0, 60)),
    'right of those shown by default': share(shown.filter(({ confidence }) => confidence >= 0.8)),
  });
  if (values.judge) {
    for (const { key, confidence, sentence, check } of shown) {
      console.log(
        `${confidence.toFixed(2)} ${judged.get(key) ?? '?'} ${key}\n    ${sentence}\n    ${statements.get(check)}`,
      );
    }
  }
}

function events(): void {
  const documents = readCorpus<{ cluster: string; text: string }>('ecbplus/docs.jsonl');
  if (!documents) return;
  const sketches = documents.map(({ text }) => sketchOf(text));
  const rarity = rarityOf(sketches);
  const precisions = documents.flatMap(({ cluster }, at) => {
    const ranked = documents
      .map((other, n) => ({
        n,
        same: other.cluster === cluster,
        score: eventSimilarity(sketches[at]!, sketches[n]!, rarity),
      }))
      .filter(({ n }) => n !== at)
      .sort((a, b) => b.score - a.score);
    let hits = 0;
    const found = ranked.flatMap(({ same }, rank) => (same ? [++hits / (rank + 1)] : []));
    return found.length > 0 ? [mean(found)] : [];
  });
  rows.push({
    corpus: 'ecbplus',
    documents: documents.length,
    'MAP of the same event': Number(mean(precisions).toFixed(3)),
  });
}

for (const name of ['checkthat_2a_en', 'checkthat_2b_en']) {
  const corpus = readClaimCorpus(name);
  if (!corpus) continue;
  ranking(name, corpus);
  if (name === 'checkthat_2b_en') transcripts(corpus);
}
events();
if (rows.length > 0) await record('checks', rows);
