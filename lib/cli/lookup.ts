/** `npm run lookup`: the notes and held checks that are about a text, best first. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { lookupChecks } from '../checks/lookup.ts';
import { findHits } from '../gazetteer/find.ts';
import { linkMentions } from '../linking/link.ts';
import type { NoteId } from '../notes/note.ts';
import { type DayRange, daysOf } from '../text/partial-date.ts';
import { articleFromText } from '../text/plain-text.ts';
import { readKnowledge } from './knowledge.ts';
import { runProgram, UsageError, unreadable } from './usage-error.ts';

const USAGE = `Usage: npm run -s lookup -- [--pack DIR]... --json FILE.jsonl

Each line is {id, text, date?}; without a date, time plays no part. Prints {id, notes: [{note, score}],
checks: [{check, score}]} a line, best first, at most 20 of each.
  --pack DIR   a pack's source folder or a built one; may be given several times (default: the starter pack)`;
const MOST = 20;

interface Query {
  readonly id: string;
  readonly text: string;
  readonly date: DayRange | null;
}

function readQuery(line: string, where: string): Query {
  let raw: Record<string, unknown>;
  try {
    raw = JSON.parse(line);
  } catch (error) {
    throw new UsageError(`${where}: not a line of JSON (${(error as Error).message}).`);
  }
  if (typeof raw?.text !== 'string') throw new UsageError(`${where}: a line needs "text", a string.`);
  const date = typeof raw.date === 'string' ? daysOf(raw.date) : null;
  if (typeof raw.date === 'string' && !date) throw new UsageError(`${where}: “${raw.date}” is not a date.`);
  return { id: String(raw.id ?? where), text: raw.text, date };
}

await runProgram(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pack: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (!values.json || file === undefined || more.length > 0) throw new UsageError(USAGE);
  const lines = (
    await readFile(file, 'utf8').catch((error) => {
      throw new UsageError(unreadable(file, error));
    })
  ).split('\n');
  const knowledge = await readKnowledge(values.pack);

  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const { id, text, date } = readQuery(line, `${file}, line ${at + 1}`);
    const article = articleFromText({ id, text, date: date && { ...date, basis: 'argument' } });
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
});
