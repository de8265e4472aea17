/**
 * A plain text as an article. The text is kept unchanged, so that every offset refers to what was given; blocks are
 * laid over it. A line is a block, except in hard-wrapped text, where lines up to the next empty one are.
 */

import type { Article, ArticleDate, Block, BlockRole } from './article.ts';
import { BOILERPLATE, BYLINES, CAPTIONS, ENDS_LIKE_PROSE, ITEM, QUOTED, type Reach } from './block-rules.ts';
import type { Span } from './span.ts';
import { dateInText } from './text-date.ts';

// A line longer than this was not broken by a mail program or a terminal (which break at 72 to 100).
const MAX_WRAPPED = 110;
// A wrapped line is at least this long: shorter ones are verse, lists, or headings.
const MIN_WRAPPED = 45;
const MAX_HEADLINE = 220;
const MAX_HEADING = 90;

/** Lines of the text without surrounding white space; an empty line is an empty span. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let at = 0; at <= text.length; ) {
    let stop = text.indexOf('\n', at);
    if (stop < 0) stop = text.length;
    let start = at;
    let end = stop;
    while (start < end && /[\s\u00a0\ufeff]/.test(text[start]!)) start++;
    while (end > start && /[\s\u00a0]/.test(text[end - 1]!)) end--;
    lines.push({ start, end });
    at = stop + 1;
  }
  return lines;
}

const lengthOf = (line: Span): number => line.end - line.start;

/** Whether the lines of a group are one paragraph broken for a narrow screen. */
function isWrapped(text: string, group: readonly Span[]): boolean {
  const broken = group.slice(0, -1);
  if (broken.length === 0) return false;
  const longest = Math.max(...group.map(lengthOf));
  if (longest > MAX_WRAPPED || broken.some((line) => lengthOf(line) < Math.min(MIN_WRAPPED, longest * 0.6)))
    return false;
  if (group.some((line) => ITEM.test(text.slice(line.start, line.end)))) return false;
  const open = broken.filter((line) => !/[.!?:]["'’”)]*$/.test(text.slice(line.start, line.end))).length;
  return (
    open >= Math.max(1, broken.length * 0.5) && (broken.length > 1 || /^\p{Ll}/u.test(text.slice(group[1]!.start)))
  );
}

function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  let group: Span[] = [];
  const close = (): void => {
    if (isWrapped(text, group)) paragraphs.push({ start: group[0]!.start, end: group.at(-1)!.end });
    else paragraphs.push(...group);
    group = [];
  };
  for (const line of linesOf(text)) {
    if (lengthOf(line) > 0) group.push(line);
    else close();
  }
  close();
  return paragraphs;
}

const wordsIn = (line: string): number => line.split(/\s+/).length;

function isHeading(line: string): boolean {
  return (
    line.length <= MAX_HEADING && wordsIn(line) <= 12 && !ENDS_LIKE_PROSE.test(line) && /^[\p{Lu}\p{N}"“‘']/u.test(line)
  );
}

function reachOf(line: string): Reach | undefined {
  return BOILERPLATE.find(([, pattern]) => pattern.test(line))?.[0];
}

function roleOf(line: string, at: number, count: number, hasHeadline: boolean): BlockRole {
  if (at === 0 && count > 1 && line.length <= MAX_HEADLINE && !/[.:;,]["'’”)]*$/.test(line)) return 'headline';
  if (BYLINES.some((pattern) => pattern.test(line))) return 'byline';
  if (CAPTIONS.some((pattern) => pattern.test(line))) return 'caption';
  if (ITEM.test(line)) return 'item';
  if (QUOTED.test(line)) return 'quote';
  if (at === 1 && hasHeadline && count > 2 && line.length <= MAX_HEADLINE && !ENDS_LIKE_PROSE.test(line))
    return 'subheadline';
  return isHeading(line) && at < count - 1 ? 'heading' : 'paragraph';
}

function blocksOf(text: string): Block[] {
  const spans = paragraphsOf(text);
  const blocks: Block[] = [];
  let skipping: Reach | undefined;
  spans.forEach(({ start, end }, at) => {
    const line = text.slice(start, end);
    const hasHeadline = blocks[0]?.role === 'headline';
    // A list of links ends where prose begins again.
    if (skipping === 'list' && ENDS_LIKE_PROSE.test(line) && wordsIn(line) >= 15) skipping = undefined;
    const reach = at === 0 ? undefined : reachOf(line);
    if (reach && reach !== 'line') skipping = skipping === 'rest' ? 'rest' : reach;
    const role = skipping || reach ? 'boilerplate' : roleOf(line, at, spans.length, hasHeadline);
    blocks.push({ start, end, role });
  });
  return blocks;
}

export interface PlainText {
  readonly id: string;
  readonly text: string;
  /** Left out: the day the text gives for itself, if any. `null`: none. */
  readonly date?: ArticleDate | null;
  readonly title?: string;
  readonly url?: string;
}

/** An article from text without markup; its offsets refer to `text` as given. */
export function articleFromText({ id, text, date, title, url }: PlainText): Article {
  const blocks = blocksOf(text);
  return {
    id,
    text,
    blocks,
    date: date === undefined ? dateInText(text, blocks) : date,
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
  };
}
