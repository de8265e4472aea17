/** Decoders of the shapes that messages carry. Caps keep a hostile page from filling the background. */
import * as v from 'valibot';
import { ENTITY_KINDS, type NoteId } from '../notes/note.ts';
import { type Article, BLOCK_ROLES, DATE_BASES } from '../text/article.ts';
import { daysOf } from '../text/partial-date.ts';
import { MAX_TEXT } from './limits.ts';
import type { CardMention } from './reading.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A day that the calendar has. */
export const daySchema = v.pipe(
  day,
  v.check((text) => daysOf(text) !== null),
);
const short = v.pipe(v.string(), v.maxLength(2_000));
/** Of a note that is held or not: what is not is answered as such. */
export const noteIdSchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform((id) => id as NoteId),
);

export const kindSchema = v.picklist(ENTITY_KINDS);
export const hostSchema = v.pipe(v.string(), v.maxLength(255));

export const articleSchema = v.strictObject({
  id: short,
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
  blocks: v.pipe(
    v.array(
      v.strictObject({
        start: offset,
        end: offset,
        role: v.picklist(BLOCK_ROLES),
      }),
    ),
    v.maxLength(100_000),
  ),
  date: v.nullable(
    v.strictObject({
      from: day,
      to: day,
      basis: v.picklist(DATE_BASES),
    }),
  ),
  title: v.exactOptional(short),
  url: v.exactOptional(v.pipe(v.string(), v.maxLength(8_000))),
  lang: v.exactOptional(v.pipe(v.string(), v.maxLength(40))),
}) satisfies v.GenericSchema<unknown, Article>;

const evidence = v.strictObject({ signal: short, args: v.array(short), weight: v.number() });

export const cardMentionSchema = v.strictObject({
  text: short,
  kind: kindSchema,
  note: v.nullable(noteIdSchema),
  candidates: v.array(v.strictObject({ note: noteIdSchema, score: v.number(), evidence: v.array(evidence) })),
  reason: v.array(evidence),
  misprint: v.exactOptional(v.strictObject({ of: short, explain: v.exactOptional(short) })),
}) satisfies v.GenericSchema<unknown, CardMention>;

export const settingsSchema = v.strictObject({
  marks: v.picklist(['first', 'all']),
  theme: v.picklist(['system', 'light', 'dark']),
  oneColour: v.boolean(),
  textSize: v.picklist([100, 115, 130, 150, 200]),
  opens: v.picklist(['rest', 'alt', 'shift', 'click']),
  dwellMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5_000)),
  lingerMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5_000)),
  badge: v.boolean(),
  keep: v.boolean(),
  paused: v.boolean(),
}) satisfies v.GenericSchema<unknown, Settings>;

/** Settings as stored, with the defaults for what is missing; what cannot be read is set aside, never an error. */
export function decodeSettings(raw: unknown): Settings {
  const stored = typeof raw === 'object' && raw !== null ? raw : {};
  const decoded = v.safeParse(settingsSchema, { ...DEFAULT_SETTINGS, ...stored });
  return decoded.success ? decoded.output : DEFAULT_SETTINGS;
}
