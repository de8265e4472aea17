/**
 * Precision and recall of links on the entity-linking sets of ../shared/data, counted as ../shared/tools/measure.mjs
 * counts them. `node test/bench/linking.ts [--misses] [set]...`; says so and stops where the data is not there.
 */
import { parseArgs } from 'node:util';
import { compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { findHits } from '../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../lib/gazetteer/gazetteer.ts';
import { linkMentions } from '../../lib/linking/link.ts';
import { overlaps, type Span } from '../../lib/text/span.ts';
import { hasData, LINKING_SETS, readLinkingSet } from './linking-data.ts';
import { type Row, record } from './record.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { misses: { type: 'boolean' } } });
const rows: Row[] = [];
if (!hasData()) console.log('linking: ../shared/data is not here, nothing measured');

for (const name of !hasData() ? [] : positionals.length > 0 ? positionals : LINKING_SETS) {
  const { notes, cases } = readLinkingSet(name);
  const gazetteer = openGazetteer(compileGazetteer(notes.values()));
  let [hits, shown, gold] = [0, 0, 0];
  const wrong: string[] = [];
  const missed = new Map<string, number>();
  for (const { article, links, free, inside } of cases) {
    const within = (span: Span): boolean => span.start >= inside.start && span.end <= inside.end;
    const mentions = linkMentions(article, findHits(article, gazetteer), notes);
    const linked = mentions.filter((m) => m.note && within(m) && !free.some((other) => overlaps(other, m)));
    gold += links.filter(({ optional }) => !optional).length;
    shown += linked.length;
    for (const mention of linked) {
      if (links.some((link) => overlaps(link, mention) && link.note === mention.note)) hits++;
      else
        wrong.push(
          `${article.text.slice(mention.start - 25, mention.start)}[${mention.text}]${article.text.slice(mention.end, mention.end + 20)} -> ${mention.note}`.replaceAll(
            '\n',
            ' ',
          ),
        );
    }
    for (const link of links) {
      if (link.optional || linked.some((m) => overlaps(link, m) && link.note === m.note)) continue;
      const seen = mentions.find((m) => overlaps(link, m));
      const key = `${link.text} = ${notes.get(link.note)?.name}${seen ? ` (${seen.note ?? (seen.candidates.length > 0 ? 'undecided' : 'no note')})` : ''}`;
      missed.set(key, (missed.get(key) ?? 0) + 1);
    }
  }
  const precision = hits / (shown || 1);
  const recall = hits / (gold || 1);
  console.log(
    `${name}  P=${precision.toFixed(3)} R=${recall.toFixed(3)}  ${hits}/${shown} shown, ${gold} links, ${notes.size} notes`,
  );
  rows.push({
    set: name,
    precision: Math.round(1000 * precision) / 1000,
    recall: Math.round(1000 * recall) / 1000,
    links: gold,
    shown,
  });
  if (!values.misses) continue;
  for (const line of wrong) console.log(`  wrong: ${line}`);
  for (const [key, count] of [...missed].sort((a, b) => b[1] - a[1])) console.log(`  missed ${count}: ${key}`);
}
if (rows.length === LINKING_SETS.length) await record('linking', rows);
