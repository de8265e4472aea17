import {
  type Check,
  type CheckParts,
  FINDING_KINDS,
  type FindingKind,
  type Origin,
  PARTS,
  type Report,
  STANCES,
} from '../checks/check.ts';
import type { Alias, Echelon, EntityKind, Fact, FactStatus, Note, NoteId, Source } from '../notes/note.ts';
import { ENTITY_KINDS, kindOf } from '../notes/note.ts';
import { aliasRefusal } from './alias-rules.ts';
import { nameFromAddress } from './clean-text.ts';
import type { PackManifest, PackRecord, Withdrawal } from './pack.ts';
import {
  type Complain,
  date,
  firm,
  flag,
  isObject,
  KEY,
  keyed,
  link,
  list,
  mark,
  may,
  need,
  oneOf,
  or,
  record,
  refine,
  type Shape,
  shorthand,
  text,
  whole,
} from './shape.ts';

/**
 * The records of a pack: one definition, read by the author's tools, the reader's browser and the JSON Schema alike.
 * FORMAT.md says the same in prose. Caps are a multiple of what the longest careful record needs.
 */

const SLUG = '[a-z0-9][a-z0-9._-]{0,199}';
const noteId = text(220, {
  pattern: new RegExp(`^(?:outlet|official|unit)/${SLUG}$`),
  form: 'a note’s id (outlet/…, official/… or unit/…)',
}) as Shape<NoteId>;
const checkId = text(220, { pattern: new RegExp(`^check/${SLUG}$`), form: 'a check’s id (check/…)' });
const originId = text(220, { pattern: new RegExp(`^origin/${SLUG}$`), form: 'an origin’s id (origin/…)' });
const originRef = refine(
  text(220, {
    pattern: new RegExp(`^(?:(?:origin|outlet|official|unit)/)?${SLUG}$`),
    form: 'the slug of an origin, or a note’s id',
  }),
  (slug) => ({ value: slug.includes('/') ? slug : `origin/${slug}` }),
);
const language = text(35, { pattern: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, form: 'a language tag (en, ar, pt-BR)' });
const sourceKeys = list(text(40, { pattern: KEY, form: 'a key of `sources`' }), 24);

const none = <T>(): T[] => [];

const MAX_ALIASES = 64;

const printedName = (max: number): Shape<string> => refine(text(max), (value) => ({ value: nameFromAddress(value) }));

const alias: Shape<Alias> = refine(
  shorthand(
    printedName(80),
    whole({
      text: need(printedName(80)),
      lang: may(language),
      needs: may(oneOf(['context', 'introduction'])),
      lower: may(mark),
      misprint: may(mark),
      explain: may(text(400)),
      sources: may(sourceKeys),
      from: may(date),
      to: may(date),
    }),
    (short) => ({ text: short }),
  ),
  (value) => {
    const refusal = aliasRefusal(value);
    return refusal === null ? { value } : { refusal };
  },
);

const fact: Shape<Fact> = whole({
  what: need(text(40)),
  value: need(text(300)),
  text: may(text(800)),
  ref: may(noteId),
  from: may(date),
  to: may(date),
  asOf: may(date),
  status: or(oneOf<FactStatus>(['reported', 'disputed']), (): FactStatus => 'reported'),
  sources: or(sourceKeys, none<string>),
});

const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');

const source: Shape<Source> = refine(
  whole({
    title: may(text(300)),
    publisher: may(text(120)),
    url: need(link),
    date: may(date),
    undated: may(mark),
    retrieved: or(date, () => ''),
    citing: may(text(200)),
    lang: may(language),
    quote: may(text(400)),
  }),
  ({ title, publisher, ...rest }) => ({
    value: { title: title ?? rest.url, publisher: publisher ?? hostOf(rest.url), ...rest },
  }),
);

const echelons: readonly Echelon[] = ['army', 'corps', 'division', 'brigade', 'regiment', 'battalion'];

const changes = list(whole({ date: need(date), reason: need(text(400)) }), 64);

const noteShape = record({
  id: need(noteId),
  name: need(printedName(200)),
  aliases: may(list(alias, MAX_ALIASES)),
  context: or(list(text(80), 64), none<string>),
  summary: or(text(400), () => ''),
  country: may(text(80)),
  side: may(text(120)),
  form: may(text(80)),
  echelon: may(oneOf(echelons)),
  facts: or(list(fact, 96), none<Fact>),
  sources: or(keyed(source, 64), () => Object.create(null) as Record<string, Source>),
  notToConfuse: or(
    list(
      shorthand(text(200), whole({ name: need(text(200)), note: may(noteId) }), (name) => ({ name })),
      24,
    ),
    none<{ name: string; note?: NoteId }>,
  ),
  changes: may(changes),
});

const report: Shape<Report> = whole({
  outlet: may(noteId),
  name: may(text(120)),
  url: need(link),
  date: may(date),
  undated: may(mark),
  retrieved: or(date, () => ''),
  stance: need(oneOf(STANCES)),
  origin: may(originRef),
  says: may(text(800)),
  quote: may(text(400)),
  lang: may(language),
  citing: may(text(200)),
});

const checkParts: Shape<CheckParts> = record({
  actor: may(text(300)),
  act: may(text(300)),
  object: may(text(300)),
  place: may(text(300)),
  time: may(date),
  number: may(text(120)),
  quote: may(text(400)),
});

// What a claim says may be long: it is what others said, not our sentence.
const claimText = text(2000);

const checkShape = record({
  id: need(checkId),
  claim: need(claimText),
  also: or(list(claimText, 32), none<string>),
  holds: may(text(1000)),
  parts: may(checkParts),
  words: firm(or(list(text(80), 48, true), none<string>)),
  needs: firm(may(list(list(text(220), 48, true), 12, true))),
  unless: firm(may(list(text(100), 64, true))),
  speaker: firm(may(noteId)),
  about: or(list(noteId, 48), none<NoteId>),
  when: firm(may(date)),
  asOf: firm(may(whole({ from: may(date), to: may(date) }))),
  place: may(text(120)),
  finding: firm(or(oneOf(FINDING_KINDS), (): FindingKind => 'unconfirmed')),
  part: may(oneOf(PARTS)),
  explain: or(text(1000), () => ''),
  reports: or(list(report, 64), none<Report>),
  changes: may(changes),
});

const originShape: Shape<Origin> = record({
  id: need(originId),
  name: need(text(120)),
  detail: may(text(300)),
  date: may(date),
  named: or(flag, () => false),
});

const withdrawalShape: Shape<Withdrawal> = record({
  id: need(
    text(220, {
      pattern: new RegExp(`^(?:outlet|official|unit|check|origin)/${SLUG}$`),
      form: 'the id of a record that was taken back',
    }),
  ),
  date: may(date),
  reason: may(text(400)),
});

export const packId = text(60, { pattern: /^[a-z0-9][a-z0-9._-]*$/, form: 'a pack’s id (a-z 0-9 . _ -)' });

const manifestFields = {
  id: need(packId),
  title: need(text(120)),
  publisher: need(shorthand(text(120), whole({ name: need(text(120)), url: may(link) }), (name) => ({ name }))),
  licence: or(text(200), () => ''),
  languages: or(list(language, 16), () => ['en']),
  contact: or(text(200), () => ''),
  description: may(text(600)),
  date: may(date),
};
const manifestShape: Shape<PackManifest> = record(manifestFields);

function toNote(raw: unknown, complain: Complain): Note | undefined {
  const read = noteShape.read(raw, '', complain);
  if (!read) return undefined;
  const { id, name, aliases, ...rest } = read;
  const held = rest.sources;
  // A key that leads nowhere is dropped, so that whoever reads a note may look every key up.
  const cited = (keys: readonly string[], at: string): string[] =>
    keys.filter((key) => {
      const found = Object.hasOwn(held, key);
      if (!found) complain(at, `cites “${key}”, which is not among the note’s sources`);
      return found;
    });
  return {
    id,
    kind: kindOf(id),
    name,
    aliases: (aliases ?? [{ text: name }]).map((item, i) =>
      item.sources ? { ...item, sources: cited(item.sources, `aliases[${i}].sources`) } : item,
    ),
    ...rest,
    facts: rest.facts.map((item, i) => ({ ...item, sources: cited(item.sources, `facts[${i}].sources`) })),
  };
}

type RecordType = PackRecord['type'];

/** The shape of each type of record, for the JSON Schema of the source form. */
export const RECORD_SHAPES: Readonly<Record<RecordType, Shape<unknown>>> = {
  note: noteShape,
  check: checkShape,
  origin: originShape,
  withdrawn: withdrawalShape,
};

/** An author's word that a field was looked for on a side and that no page says anything; it does not ship. */
export interface NothingFound {
  readonly kind: EntityKind;
  /** The notes' `country`. */
  readonly side: string;
  readonly what: string;
  readonly date: string;
}
export const NOTHING_FOUND_SHAPE: Shape<NothingFound[]> = list(
  whole({ kind: need(oneOf(ENTITY_KINDS)), side: need(text(80)), what: need(text(40)), date: need(date) }),
  200,
);

/** pack.yaml: what a pack says of itself, and what its author tells `pack check`. */
export const MANIFEST_SHAPE = record({ ...manifestFields, nothingFound: may(NOTHING_FOUND_SHAPE) });

/**
 * One record of a pack from what a file held, or `null` when it cannot be loaded; whatever was refused, in part or
 * whole, is told to `complain` with its path in the record.
 */
export function decodeRecord(raw: unknown, complain: Complain): PackRecord | null {
  if (!isObject(raw)) {
    complain('', 'is no record: expected fields with `type` and `id`');
    return null;
  }
  const type = Object.hasOwn(raw, 'type') ? raw.type : undefined;
  switch (type) {
    case 'note': {
      const value = toNote(raw, complain);
      return value ? { type, value } : null;
    }
    case 'check': {
      const value: Check | undefined = checkShape.read(raw, '', complain);
      return value ? { type, value } : null;
    }
    case 'origin': {
      const value = originShape.read(raw, '', complain);
      return value ? { type, value } : null;
    }
    case 'withdrawn': {
      const value = withdrawalShape.read(raw, '', complain);
      return value ? { type, value } : null;
    }
    default:
      complain(
        'type',
        `${type === undefined ? 'is missing' : `${JSON.stringify(type)} is unknown`}; expected note, check, origin or withdrawn`,
      );
      return null;
  }
}

/** A pack's own description, from pack.yaml or a signed list. */
export const decodeManifest = (raw: unknown, complain: Complain): PackManifest | null =>
  manifestShape.read(raw, '', complain) ?? null;

const isLeftOut = (key: string, value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (key === 'status' && value === 'reported') ||
  (key === 'named' && value === false) ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const withoutDefaults = (value: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !isLeftOut(key, item))
      .map(([key, item]) => [key, Array.isArray(item) ? item.map(plain) : plain(item)]),
  );

const plain = (value: unknown): unknown => (isObject(value) ? withoutDefaults(value) : value);

/**
 * The record in its shortest source form, fields in the order of its definition: the same record always gives the same
 * JSON, and reading that gives the record back.
 */
export function encodeRecord({ type, value }: PackRecord): Record<string, unknown> {
  if (type !== 'note') return { type, ...withoutDefaults(value) };
  const { kind: _, aliases, ...rest } = value;
  const short = aliases.map((item) => (Object.keys(item).length === 1 ? item.text : plain(item)));
  const isDefault = short.length === 1 && short[0] === value.name;
  const { id, name, ...fields } = withoutDefaults(rest);
  // A note may have no alias on purpose; an empty list says so.
  return { type, id, name, ...(!isDefault && { aliases: short }), ...fields };
}
