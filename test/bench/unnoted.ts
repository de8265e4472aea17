/**
 * Names of officials, units and outlets found on re3d (../shared/data) with the starter pack, and how many of those
 * without a note are right. The gold marks all persons and
 * organisations; ours are chosen from it by a stated rule: persons with a post in the mention, in the clause before it
 * or right after its comma; organisations with a capitalised word for an armed force or an outlet. `node
 * test/bench/unnoted.ts [--misses]`; says so and stops where the data is not there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack } from '../../lib/cli/load-pack.ts';
import { compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { findHits } from '../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../lib/gazetteer/gazetteer.ts';
import { linkMentions } from '../../lib/linking/link.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import { overlaps, type Span } from '../../lib/text/span.ts';
import { type Row, record } from './record.ts';

interface Marked extends Span {
  readonly text: string;
  readonly type: string;
}

const FILE = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 're3d', 'entities.jsonl');
if (!existsSync(FILE)) {
  console.log('unnoted: ../shared/data is not here, nothing measured');
  process.exit(0);
}

const POST =
  /\b(?:president|vice president|prime minister|minister|secretary|ambassador|envoy|king|queen|prince|emir|governor|mayor|senator|general|gen|lt|col|maj|capt|colonel|major|captain|commodore|admiral|lieutenant|officer|spokesm[ae]n|spokeswoman|spokesperson|commander|leader|head|chief|director|adviser|advisor|representative|coordinator|commissioner|emissary)\b/i;
const FORCE =
  /\b(?:Army|Armies|Forces?|Navy|Air Force|Brigades?|Battalion|Regiment|Division|Corps|Command|Fleet|Task Force|Guards?|Marines|Mobile Unit|Jaish|Jaysh|Liwa|Peshmerga|PESHMERGA)\b/;
const OUTLET = /\b(?:News|TV|Television|Radio|Times|Post|Herald|Broadcasting)\b/;
const NOT =
  /\b(?:Ministry|Department|Government|Council|Affairs Office)\b|^(?:[\w-]+ )?(?:U\.S\.|US|Iraqi|Syrian|Russian|Coalition)?\s?[a-z]+$/;

const { notes: all } = await loadPack(join(import.meta.dirname, '..', '..', 'lib', 'packs', 'starter'), () => {});
const notes = new Map(all.map((note) => [note.id, note]));
const gazetteer = openGazetteer(compileGazetteer(all));
const [wanted, shown, right]: [Map<string, number>, number[], number[]] = [new Map(), [0, 0], [0, 0]];
const found = new Map<string, number>();
const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
const missed: string[] = [];
const wrong: string[] = [];
for (const line of readFileSync(FILE, 'utf8').split('\n').filter(Boolean)) {
  const { id, text, mentions: gold } = JSON.parse(line) as { id: string; text: string; mentions: Marked[] };
  const article = articleFromText({ id, text });
  const mentions = linkMentions(article, findHits(article, gazetteer), notes);
  const ours = gold.filter((mark) => {
    const name = mark.text.replace(/^(?:the|The) /, '');
    if (mark.type === 'Organisation')
      return (FORCE.test(name) || OUTLET.test(name)) && !NOT.test(name) && /\p{Lu}/u.test(name);
    // A post without a name ("the Foreign Secretary") is no person's name.
    if (mark.type !== 'Person' || !/\p{Lu}[\p{L}'’-]+$/u.test(name) || / (?:of|for|in) /.test(name)) return false;
    if (POST.test(name.split(' ').at(-1)!)) return false;
    const before = text
      .slice(Math.max(0, mark.start - 30), mark.start)
      .split(/[.;:\n]/)
      .at(-1)!;
    const after = /^, ([^,.;]{0,60})/.exec(text.slice(mark.end))?.[1] ?? '';
    return POST.test(name) || POST.test(before) || POST.test(after);
  });
  for (const mark of ours) {
    const kind = mark.type === 'Person' ? 'officials' : 'units and outlets';
    count(wanted, kind);
    if (mentions.some((mention) => overlaps(mention, mark))) count(found, kind);
    else
      missed.push(
        `${kind}: ${text.slice(Math.max(0, mark.start - 30), mark.start)}[${mark.text}]${text.slice(mark.end, mark.end + 30)}`,
      );
  }
  for (const mention of mentions) {
    if (mention.note || mention.candidates.length > 0) continue;
    const at = mention.kind === 'official' ? 0 : 1;
    const type = at === 0 ? 'Person' : 'Organisation';
    shown[at]!++;
    if (gold.some((mark) => mark.type === type && overlaps(mark, mention))) right[at]!++;
    else
      wrong.push(
        `${mention.kind}: ${text.slice(Math.max(0, mention.start - 30), mention.start)}[${mention.text}]${text.slice(mention.end, mention.end + 30)}`,
      );
  }
}
const rows: Row[] = [];
for (const [i, kind] of ['officials', 'units and outlets'].entries()) {
  const recall = (found.get(kind) ?? 0) / (wanted.get(kind) ?? 1);
  rows.push({ kind, wanted: wanted.get(kind) ?? 0, found: found.get(kind) ?? 0, shown: shown[i]!, right: right[i]! });
  console.log(
    `${kind}: ${found.get(kind)}/${wanted.get(kind)} found (${recall.toFixed(2)}), ${right[i]}/${shown[i]} of those shown marked by the gold (${(right[i]! / (shown[i] || 1)).toFixed(2)})`,
  );
}
await record('unnoted', rows);
if (process.argv.includes('--misses')) {
  for (const row of missed) console.log(`  missed ${row.replaceAll('\n', ' ')}`);
  for (const row of wrong) console.log(`  unmarked ${row.replaceAll('\n', ' ')}`);
}
