import type { Rule } from './rule.ts';
import { factsOf, shorten } from './rule.ts';

/**
 * Hosts whose pages cannot carry a statement alone, by what they are. Not a judgement on what stands there: a mirror
 * repeats what stands better elsewhere, a proxy's words are a machine's, and on a forum nobody answers for a sentence.
 */
const WEAK_HOSTS: readonly (readonly [kind: string, host: RegExp])[] = [
  ['bare IP address', /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])(?::\d+)?$/],
  [
    'translation proxy',
    /(?:^|\.)translate\.goog$|^translate\.google\.|(?:^|\.)translate\.yandex\.|(?:^|\.)translatetheweb\.com$/,
  ],
  [
    'mirror of an encyclopedia',
    /kiwix|(?:^|\.)(?:alchetron|dbpedia|en-academic|everybodywiki|infogalactic|sagapedia|theinfolist|wiki2|wikimili|wikipedia\.thetimetube|wikiwand|wikizero|zims-[a-z.-]+|gpedia|wikitia|justapedia|alegsaonline|wn)\.(?:com|org|net|wiki)$|(?:^|\.)(?:fandom|wikia)\.com$/,
  ],
  [
    'forum',
    /(?:^|\.)(?:reddit|quora|stackexchange|4chan|defence|defencehub|militaryphotos|answers|freerepublic|democraticunderground)\.(?:com|org|net|pk|live)$|^(?:forums?|boards?|community|discuss)\.|(?:^|[.-])forums?\./,
  ],
];

function weaknessOf(url: string): string | null {
  const { host, pathname } = new URL(url);
  for (const [kind, pattern] of WEAK_HOSTS) if (pattern.test(host)) return kind;
  return /^\/(?:forums?|threads?|viewtopic|showthread)(?:[/.]|$)/.test(pathname) ? 'forum' : null;
}

export const sourceRules: readonly Rule[] = [
  {
    id: 'fact-without-source',
    asks: 'Every statement names a page a reader can open.',
    mend: 'Add the key of a source that says it, or take the statement out.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        for (const { fact, at } of factsOf(note)) {
          if (fact.sources.length === 0)
            tell(note.id, `${at}.sources`, `${fact.what}: “${shorten(fact.value)}” cites nothing`);
        }
      }
    },
  },
  {
    id: 'undated-source',
    asks: 'Every source and report says when its page was published.',
    mend: 'Add `date`, as exact as the page is; or `undated: true` when you looked and it bears none.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        for (const [key, source] of Object.entries(note.sources)) {
          if (!source.date && !source.undated) tell(note.id, `sources.${key}`, `${key} has no date`);
        }
      }
      for (const check of pack.checks) {
        check.reports.forEach((report, i) => {
          if (!report.date && !report.undated) tell(check.id, `reports[${i}]`, 'the report has no date');
        });
      }
    },
  },
  {
    id: 'not-retrieved',
    asks: 'Every source and report says when its text was read.',
    mend: 'Add `retrieved`, the day you read the page.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        for (const [key, source] of Object.entries(note.sources)) {
          if (!source.retrieved) tell(note.id, `sources.${key}`, `${key} does not say when it was read`);
        }
      }
      for (const check of pack.checks) {
        check.reports.forEach((report, i) => {
          if (!report.retrieved) tell(check.id, `reports[${i}]`, 'the report does not say when it was read');
        });
      }
    },
  },
  {
    id: 'unused-source',
    asks: 'Every source is cited by a statement of its note.',
    mend: 'Cite it where it says something, or take it out.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        const cited = new Set([...note.facts, ...note.aliases].flatMap(({ sources }) => sources ?? []));
        for (const key of Object.keys(note.sources)) {
          if (!cited.has(key)) tell(note.id, `sources.${key}`, `${key} is cited by no statement`);
        }
      }
    },
  },
  {
    id: 'weak-source-alone',
    asks: 'No statement rests on a mirror, a translation proxy, a bare IP address or a forum alone.',
    mend: 'Find the page it repeats, or a better one; or take the statement out.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        for (const { fact, at } of factsOf(note)) {
          const kinds = fact.sources.map((key) => weaknessOf(note.sources[key]!.url));
          if (kinds.length > 0 && kinds.every((kind) => kind !== null)) {
            tell(note.id, `${at}.sources`, `${fact.what}: “${shorten(fact.value)}” rests on a ${kinds[0]} alone`);
          }
        }
      }
    },
  },
  {
    id: 'page-twice',
    asks: 'A page stands once among the sources of a note.',
    mend: 'Keep one of the two keys and cite that.',
    check({ pack }, tell) {
      for (const note of pack.notes) {
        const seen = new Map<string, string>();
        for (const [key, { url }] of Object.entries(note.sources)) {
          const first = seen.get(url);
          if (first) tell(note.id, `sources.${key}`, `${key} is the page of ${first}`);
          else seen.set(url, key);
        }
      }
    },
  },
];
