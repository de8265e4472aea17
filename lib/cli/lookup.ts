/** `npm run lookup`: the notes and held checks that are about a text, best first. */
import { lookupChecks } from '../checks/lookup.ts';
import { findHits } from '../gazetteer/find.ts';
import { linkMentions } from '../linking/link.ts';
import type { NoteId } from '../notes/note.ts';
import { type DayRange, daysOf } from '../text/partial-date.ts';
import { articleFromText } from '../text/plain-text.ts';
import { firstArgument, type Program, runWith } from './command.ts';
import { readKnowledge } from './knowledge.ts';
import { jsonLinesOf, readInput } from './read-input.ts';
import { runProgram, UsageError } from './usage-error.ts';

const USAGE = `Usage: npm run -s lookup -- [--pack DIR]... --json FILE.jsonl

FILE may be - for standard input. Each line is {id, text, date?}; without a date, time plays no part. Prints {id, notes: [{note, score}],
checks: [{check, score}]} a line, best first, at most 20 of each.
  --pack DIR   a pack's source folder or a built one; may be given several times (default: the starter pack)`;
const MOST = 20;

interface Query {
  readonly id: string;
  readonly text: string;
  readonly date: DayRange | null;
}

function readQuery(raw: unknown, where: string): Query {
  const { id, text, date } = (raw ?? {}) as Record<string, unknown>;
  if (typeof text !== 'string') throw new UsageError(`${where}: a line needs "text", a string.`);
  const days = typeof date === 'string' ? daysOf(date) : null;
  if (typeof date === 'string' && !days)
    throw new UsageError(`${where}: “${date}” is not a date. Write it as YYYY-MM-DD, YYYY-MM or YYYY.`);
  return { id: String(id ?? where), text, date: days };
}

const lookup: Program = {
  usage: USAGE,
  options: { pack: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  takes: 1,
  async run(given) {
    const file = firstArgument(given, 'file', USAGE);
    if (!given.flag('json')) throw new UsageError(`--json is missing: there is no other form yet.\n\n${USAGE}`);
    const input = await readInput(file);
    const knowledge = await readKnowledge(given.texts('pack'));
    for (const { raw, where } of jsonLinesOf(input, file)) {
      const { id, text, date } = readQuery(raw, where);
      const article = articleFromText({ id, text, date: date ? { ...date, basis: 'argument' } : null });
      const notes = new Map<NoteId, number>();
      for (const mention of linkMentions(article, findHits(article, knowledge.gazetteer), knowledge.notes)) {
        for (const { note, score } of mention.candidates) notes.set(note, Math.max(score, notes.get(note) ?? 0));
      }
      const answer = {
        id,
        notes: [...notes]
          .map(([note, score]) => ({ note, score }))
          .sort((a, b) => b.score - a.score)
          .slice(0, MOST),
        checks: lookupChecks(knowledge.checks, { text, date }, MOST).map((hit) => ({
          check: knowledge.checks.checks[hit.at]!.id,
          score: hit.score,
        })),
      };
      process.stdout.write(`${JSON.stringify(answer)}\n`);
    }
    return 0;
  },
};

await runProgram(() => runWith(lookup, process.argv.slice(2)));
