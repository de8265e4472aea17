/**
 * Names of officials, units and outlets found on re3d (../shared/data), with no pack at all and with the starter pack,
 * and how many of those without a note are right. The gold marks all persons and
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
import type { Note } from '../../lib/notes/note.ts';
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

const articles = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { id: string; text: string; mentions: Marked[] });

/** What the rule above chooses of an article's marks. */
function wantedOf(text: string, gold: readonly Marked[]): Marked[] {
  return gold.filter((mark) => {
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
}

const isMisses = process.argv.includes('--misses');
const around = (text: string, { start, end }: Span): string =>
  `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`.replaceAll(
    '\n',
    ' ',
  );

function measure(pack: string, all: readonly Note[]): Row[] {
  const notes = new Map(all.map((note) => [note.id, note]));
  const gazetteer = openGazetteer(compileGazetteer(all));
  const kinds = ['officials', 'units and outlets'].map((kind) => ({
    pack,
    kind,
    wanted: 0,
    found: 0,
    shown: 0,
    right: 0,
  }));
  for (const { id, text, mentions: gold } of articles) {
    const article = articleFromText({ id, text });
    const mentions = linkMentions(article, findHits(article, gazetteer), notes);
    for (const mark of wantedOf(text, gold)) {
      const row = kinds[mark.type === 'Person' ? 0 : 1]!;
      row.wanted++;
      if (mentions.some((mention) => overlaps(mention, mark))) row.found++;
      else if (isMisses) console.log(`  missed, ${pack}, ${row.kind}: ${around(text, mark)}`);
    }
    for (const mention of mentions) {
      if (mention.note || mention.candidates.length > 0) continue;
      const [row, type] = mention.kind === 'official' ? [kinds[0]!, 'Person'] : [kinds[1]!, 'Organisation'];
      row.shown++;
      if (gold.some((mark) => mark.type === type && overlaps(mark, mention))) row.right++;
      else if (isMisses) console.log(`  unmarked, ${pack}, ${mention.kind}: ${around(text, mention)}`);
    }
  }
  return kinds;
}

const { notes: starter } = await loadPack(join(import.meta.dirname, '..', '..', 'lib', 'packs', 'starter'), () => {});
const rows = [...measure('none', []), ...measure('starter', starter)];
await record('unnoted', rows);
