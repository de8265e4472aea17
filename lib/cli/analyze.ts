/** `npm run analyze`: the engine on articles, as a report for people or as JSON lines for programs. */
import { analyzeArticle } from '../checks/analyze.ts';
import { toJson } from './analysis-json.ts';
import { readArticles } from './articles.ts';
import { firstArgument, type Program, runWith } from './command.ts';
import { readKnowledge } from './knowledge.ts';
import { toReport } from './report.ts';
import { runProgram } from './usage-error.ts';
import { englishWording } from './wording.ts';

const USAGE = `Usage: npm run -s analyze -- [--pack DIR]... [--date YYYY-MM-DD] [--json] FILE...

FILE is .html, .txt, .jsonl ({id, text | html, date?, url?} a line) or - for standard input.
  --pack DIR   a pack's source folder or a built one; may be given several times (default: the starter pack)
  --date DAY   the day the articles were published, where they do not say
  --json       one line of JSON per article, in input order`;

const analyze: Program = {
  usage: USAGE,
  options: {
    pack: { type: 'string', multiple: true },
    date: { type: 'string' },
    json: { type: 'boolean' },
  },
  takes: Number.POSITIVE_INFINITY,
  async run(given) {
    firstArgument(given, 'file', USAGE);
    const knowledge = await readKnowledge(given.texts('pack'));
    const wording = await englishWording();
    for await (const article of readArticles(given.args, given.text('date'))) {
      const analysis = analyzeArticle(article, knowledge);
      const output = given.flag('json')
        ? JSON.stringify(toJson(analysis, wording))
        : toReport(analysis, knowledge, wording, {
            colour: process.stdout.isTTY,
            columns: process.stdout.columns ?? 100,
          });
      process.stdout.write(`${output}\n`);
    }
    return 0;
  },
};

await runProgram(() => runWith(analyze, process.argv.slice(2)));
