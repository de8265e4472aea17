/** `npm run analyze`: the engine on articles, as a report for people or as JSON lines for programs. */
import { parseArgs } from 'node:util';
import { analyzeArticle } from '../checks/analyze.ts';
import { toJson } from './analysis-json.ts';
import { readArticles } from './articles.ts';
import { readKnowledge } from './knowledge.ts';
import { toReport } from './report.ts';
import { runProgram, UsageError } from './usage-error.ts';
import { englishWording } from './wording.ts';

const USAGE = `Usage: npm run -s analyze -- [--pack DIR]... [--date YYYY-MM-DD] [--json] FILE...

FILE is .html, .txt, .jsonl ({id, text | html, date?, url?} a line) or - for standard input.
  --pack DIR   a pack's source folder or a built one; may be given several times (default: the starter pack)
  --date DAY   the day the articles were published, where they do not say
  --json       one line of JSON per article, in input order`;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        pack: { type: 'string', multiple: true, default: [] },
        date: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

await runProgram(async () => {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError(`No file was given.\n\n${USAGE}`);
  const knowledge = await readKnowledge(values.pack);
  const wording = await englishWording();
  for await (const article of readArticles(positionals, values.date)) {
    const analysis = analyzeArticle(article, knowledge);
    const output = values.json
      ? JSON.stringify(toJson(analysis, wording))
      : toReport(analysis, knowledge, wording, {
          colour: process.stdout.isTTY,
          columns: process.stdout.columns ?? 100,
        });
    process.stdout.write(`${output}\n`);
  }
  return 0;
});
