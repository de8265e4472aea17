/**
 * The case article against the facts a careful reader should be told (../shared/articles, ../shared/facts): every
 * outlet, official and unit found and linked, nothing else linked. Says so and stops where the data is not there.
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

interface Fact {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly mentions: readonly (Span & { readonly surface: string })[];
}

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared');
if (!existsSync(join(SHARED, 'facts', 'schpiel.json'))) {
  console.log('case-article: ../shared is not here, nothing measured');
  process.exit(0);
}
const facts = JSON.parse(readFileSync(join(SHARED, 'facts', 'schpiel.json'), 'utf8')) as {
  meta: { article: { body_end: number } };
  entities: readonly Fact[];
};
const text = readFileSync(join(SHARED, 'articles', 'schpiel.txt'), 'utf8');
const pack = await loadPack(join(import.meta.dirname, '..', '..', 'lib', 'packs', 'starter'), () => {});
const notes = new Map(pack.notes.map((note) => [note.id, note]));
const date = { from: '2019-02-10', to: '2019-02-10', basis: 'argument' } as const;
const article = articleFromText({ id: 'case', text, date });
const mentions = linkMentions(article, findHits(article, openGazetteer(compileGazetteer(pack.notes))), notes);

// Parliaments and their committees are no kind of their own: they appear inside officials' roles.
const INSIDE_ROLES = new Set(['nsfpc', 'majles']);
const wanted = facts.entities
  .filter(({ id, kind }) => ['outlet', 'official', 'unit', 'org'].includes(kind) && !INSIDE_ROLES.has(id))
  .flatMap(({ name, mentions: at }) => at.map((span) => ({ ...span, name })))
  .filter(({ end }) => end <= facts.meta.article.body_end)
  .sort((a, b) => a.start - b.start);
let missed = 0;
for (const { start, end, surface, name } of wanted) {
  const mention = mentions.find((other) => overlaps(other, { start, end }));
  const says =
    mention?.note ??
    (mention?.candidates.length ? `undecided: ${mention.candidates.map(({ note }) => note).join(', ')}` : 'NOT FOUND');
  if (!mention || (!mention.note && mention.candidates.length === 0)) missed++;
  console.log(
    `${String(start).padStart(5)} ${surface} (${name}) -> ${says}${mention?.misprint ? `, misprint of ${mention.misprint.of}` : ''}`,
  );
}
const others = mentions.filter((mention) => !wanted.some((span) => overlaps(span, mention)));
for (const other of others) console.log(`other ${other.start} ${other.text} -> ${other.note ?? 'no note'}`);
console.log(`${wanted.length - missed} of ${wanted.length} found, ${others.length} others`);
