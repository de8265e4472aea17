import { existsSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { isNoteId, kindOf } from '../notes/note.ts';
import { STATEMENTS } from '../packs/rules/statements.ts';
import type { Command } from './command.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Usage: npm run -s pack -- new note ID [--name NAME] [--in FILE]
       npm run -s pack -- new check ID [--in FILE]
       npm run -s pack -- new origin ID [--name NAME] [--in FILE]

Prints a record to fill in, with every field and what it is for; --in adds it to the end of a YAML file.
ID is outlet/slug, official/slug, unit/slug, check/slug or origin/slug.`;

const quoted = (text: string): string => JSON.stringify(text);

/** The statement a note of each kind most often begins with. */
const FIRST_FACT = {
  outlet: `  - {what: owner, value: "Who owns it", text: "In a sentence.", from: 2014, asOf: 2026-11, sources: [a]}`,
  official: `  - {what: role, value: "Minister of ... of ...", from: 2014-05-01, to: 2018-06, sources: [a]}`,
  unit: `  - {what: commander, value: "Who commands it", from: 2014, asOf: 2026-11, sources: [a]}`,
} as const;

function noteTemplate(id: string, name: string): string {
  if (!isNoteId(id))
    throw new UsageError(`“${id}” is no note’s id: outlet/slug, official/slug or unit/slug.\n\n${USAGE}`);
  const kind = kindOf(id);
  return `type: note
id: ${id}
name: ${quoted(name)}
aliases:                       # names to be found in articles, as printed; take out what does not apply
  - ${quoted(name)}
  - {text: "A shared or short name", needs: context}        # counts only beside one of the context words
  - {text: "Surname", needs: introduction}                  # counts only after a full name
  - {text: "Its name in its own script", lang: ar}
context: ["A word of articles about it"]       # words of an article that speak for this bearer of a shared name
summary: "What it is, undated, in one short sentence."
country: "Where it belongs"
side: "Army, state, party or movement"
form: "two or three words"${kind === 'unit' ? '\nechelon: brigade               # army, corps, division, brigade, regiment, battalion' : ''}
facts:                         # what: ${[...STATEMENTS[kind]].join(', ')}
${FIRST_FACT[kind]}
sources:
  a:
    title: "Title of the page"
    publisher: "Who publishes it"
    url: https://example.org/page
    date: 2026-11                # or undated: true
    retrieved: 2026-11-24        # the day you read it
notToConfuse: []               # {name: "Its namesake", note: ${kind}/its-id}
`;
}

const checkTemplate = (id: string): string => `type: check
id: ${id}
claim: "The claim as articles make it, one statement."
also:                          # other wordings, in other words
  - "The same statement as other articles make it: passive, or with other names."
holds: "What the sources hold, in a full sentence close to the claim."
parts: {place: "Where", time: 2019-02}        # actor, act, object, place, time, number, quote
words: []                      # words one of which the claim must have for the finding to apply
needs: []                      # rows of words: [[bridge, crossing], [Euphrates]]
unless: []                     # words that show another event, or the correct version
about: []                      # notes: [unit/slug, outlet/slug]
when: 2019-02                  # when it happened; leave it out for what stands at all times
finding: differs               # agrees, differs, single-origin, contradicted, corrected, overtaken, unconfirmed
part: place                    # with differs: number, place, time, actor, wording, role, name, polarity
explain: "The sentence a reader is shown."
reports:
  - name: "The outlet"           # or outlet: outlet/slug
    url: https://example.org/report
    date: 2019-02-08             # or undated: true
    retrieved: 2026-11-24
    stance: differs              # supports, repeats, differs, contradicts, denies, corrects, overtakes, silent
    origin: slug-of-an-origin    # or the id of the note that is the origin itself
    says: "What it says, in your words."
`;

const originTemplate = (id: string, name: string): string => `type: origin
id: ${id}
name: ${quoted(name)}
detail: "Who and where"
date: 2019-02
named: false                   # whether anyone is named
`;

function templateOf(type: string | undefined, id: string | undefined, name: string): string {
  if (id === undefined) throw new UsageError(`An id is missing.\n\n${USAGE}`);
  if (type === 'note') return noteTemplate(id, name);
  if (type !== 'check' && type !== 'origin')
    throw new UsageError(`“${type}” is none of note, check, origin.\n\n${USAGE}`);
  if (!new RegExp(`^${type}/[a-z0-9][a-z0-9._-]*$`).test(id))
    throw new UsageError(`“${id}” is no ${type}’s id: ${type}/slug.`);
  return type === 'check' ? checkTemplate(id) : originTemplate(id, name);
}

export const fresh: Command = {
  does: 'writes a record to fill in',
  usage: USAGE,
  options: { name: { type: 'string' }, in: { type: 'string' } },
  takes: 2,
  async run({ args, text }) {
    const [type, id] = args;
    const template = templateOf(type, id, text('name') ?? 'Its name');
    const file = text('in');
    if (file === undefined) process.stdout.write(template);
    else await appendFile(file, existsSync(file) ? `---\n${template}` : template);
    return 0;
  },
};
