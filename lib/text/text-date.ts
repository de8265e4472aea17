/**
 * The day a text says it was published: in a line of its own ("Posted on 10 February 2019"), before the first sentence, or in the
 * dateline ("DAMASCUS, Feb. 10, 2019 (Wire) - "). Only a whole date at such a place; a date told in prose is the story's.
 */
import type { ArticleDate, Block } from './article.ts';
import type { DayRange } from './partial-date.ts';
import { dayIn, MONTH } from './printed-date.ts';

const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?`;
const DATE = String.raw`${WEEKDAY}(?:${MONTH}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?[ -]${MONTH}\.?,?[ -]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?!\d)`;
const POSTED = `(?:(?:first |originally )?(?:published|posted|updated|issued|released|date|last (?:updated|modified|edited))(?: on| at|:)* )`;
/** "at 0914", ", 8:12 am GMT": what may stand behind the date of a line. */
const CLOCK = String.raw`[,;|–—-]? ?(?:(?:at )?\d{1,2}[:.h]?\d{2} ?(?:[ap]\.? ?m\.?)?(?: ?[A-Z]{2,4})?|\d{1,2} ?[ap]\.?m\.?)?`;

/** A line that holds its date and next to nothing else: "on March 1, 2012 at 8:12 am", "By Jane Roe | 10 February 2019". */
const LINE = new RegExp(
  String.raw`^(?:by [^|\d]{3,60}[|,–—-] ?)?(?:on )?${POSTED}?(?:by [^|\d]{3,60} )?(?:on )?(?<date>${DATE})${CLOCK}[.|]?$`,
  'i',
);
/** A date before the first sentence of a text without lines: "29-06-2016 Seven civilians ...", "Posted June 3, 2015 A ...". */
const BEFORE_PROSE = new RegExp(String.raw`^(?:${POSTED})?(?<date>${DATE})${CLOCK} (?<next>[\p{L}“"])`, 'iu');
/** "DAMASCUS, Feb. 10, 2019 (Wire) -": a place in capitals or a few words, then the day, then a dash. */
const DATELINE = new RegExp(
  String.raw`^[\p{Lu}][\p{L}.'’ ]{1,30}(?:, [\p{L}.'’ ]{2,25}){0,2}[,:]? (?:\([^)]{2,30}\) ?)?[-–—]? ?(?<date>${DATE})(?: ?[/(][^)/]{2,40}[)/])* ?[-–—]`,
  'iu',
);

/** Blocks looked at from the start, and from the end ("Published 10 February 2019" may close a piece). */
const FIRST = 8;
const LAST = 4;
const MAX_LINE = 140;

/** The day the text gives for itself, or `null`. */
export function dateInText(text: string, blocks: readonly Block[]): ArticleDate | null {
  const read = (block: Block): string =>
    text.slice(block.start, Math.min(block.end, block.start + 200)).replace(/\s+/g, ' ');
  const prose = blocks.findIndex(({ role, start, end }) => role === 'paragraph' && end - start > MAX_LINE);
  const ends = new Set([...blocks.slice(0, FIRST), ...blocks.slice(-LAST)]);
  for (const block of ends) {
    if (block.end - block.start > MAX_LINE) continue;
    const day = dayOf(LINE.exec(read(block)));
    if (day) return { ...day, basis: 'text' };
  }
  for (const block of prose < 0 ? blocks.slice(0, 2) : blocks.slice(0, prose + 1)) {
    const start = read(block);
    if (/^\p{Ll}/u.test(start)) continue;
    const before = BEFORE_PROSE.exec(start);
    // "9 November 2004 will be remembered": a day that is the subject.
    const day = dayOf(/^\p{Ll}/u.test(before?.groups?.next ?? 'a') ? null : before) ?? dayOf(DATELINE.exec(start));
    if (day) return { ...day, basis: 'text' };
  }
  return null;
}

const dayOf = (match: RegExpExecArray | null): DayRange | null => {
  const date = match?.groups?.date;
  return date === undefined ? null : dayIn(date);
};
