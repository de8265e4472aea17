/**
 * The entity-linking sets of ../shared/data as articles, packs and gold links. Nothing but the names of the linked
 * persons and organisations goes into a pack.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Note, NoteId } from '../../lib/notes/note.ts';
import { nameFromAddress } from '../../lib/packs/clean-text.ts';
import type { Article } from '../../lib/text/article.ts';
import { articleFromText } from '../../lib/text/plain-text.ts';
import type { Span } from '../../lib/text/span.ts';

const DATA = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

interface GoldMention extends Span {
  readonly text: string;
  readonly type?: string;
  readonly wiki?: string | number | null;
  readonly wiki_name?: string;
  readonly named?: boolean;
  readonly optional?: boolean;
  readonly coref?: boolean;
}
interface GoldDocument {
  readonly text: string;
  readonly evaluation_span?: readonly [number, number];
  readonly mentions: readonly GoldMention[];
}

export interface Link extends Span {
  readonly text: string;
  readonly note: NoteId;
  readonly optional: boolean;
}

export interface LinkingCase {
  readonly article: Article;
  readonly links: readonly Link[];
  /** Spans that count neither way. */
  readonly free: readonly Span[];
  readonly inside: Span;
}

export interface LinkingSet {
  readonly name: string;
  readonly notes: ReadonlyMap<NoteId, Note>;
  readonly cases: readonly LinkingCase[];
}

export const LINKING_SETS = ['el_msnbc_updated', 'el_news_fair_v2', 'gum_wikinews', 'el_kore50'] as const;
export const hasData = (): boolean => existsSync(DATA);

const slug = (s: string): string =>
  s
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const kindOf = ({ type = '' }: GoldMention): 'official' | 'unit' | null =>
  /^per/i.test(type) ? 'official' : /^org/i.test(type) ? 'unit' : null;

const noteOf = (mention: GoldMention): Note => {
  const kind = kindOf(mention)!;
  const given = (mention.wiki_name || String(mention.wiki)).replace(/_/g, ' ').replace(/ \(.*\)$/, '');
  // GUM writes some as they stand in an address; a pack is read the same way.
  const name = nameFromAddress(given);
  return {
    id: `${kind}/${slug(String(mention.wiki))}` as NoteId,
    kind,
    name,
    aliases: [{ text: name }],
    context: [],
    summary: 'measurement',
    facts: [],
    sources: {},
    notToConfuse: [],
  };
};

export function readLinkingSet(name: string): LinkingSet {
  const documents = readFileSync(join(DATA, name, 'entities.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldDocument);
  const counts = (m: GoldMention): boolean =>
    Boolean(m.wiki && kindOf(m) && !m.coref && (name !== 'gum_wikinews' || m.named));
  const byWiki = new Map<string, Note>();
  for (const { mentions } of documents) {
    for (const m of mentions) if (counts(m) && !m.optional) byWiki.set(String(m.wiki), noteOf(m));
  }
  const cases = documents.map(({ text, evaluation_span, mentions }, i): LinkingCase => {
    const [start, end] = evaluation_span ?? [0, text.length];
    const links = mentions.flatMap((m) => {
      const note = counts(m) ? byWiki.get(String(m.wiki)) : undefined;
      if (!note || m.start < start || m.end > end) return [];
      return [{ start: m.start, end: m.end, text: m.text, note: note.id, optional: m.optional === true }];
    });
    return {
      article: articleFromText({ id: `${name}-${i}`, text }),
      links,
      free: mentions.filter((m) => m.optional || m.coref),
      inside: { start, end },
    };
  });
  return { name, notes: new Map([...byWiki.values()].map((note) => [note.id, note])), cases };
}
