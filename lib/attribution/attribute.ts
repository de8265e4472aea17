import type { Mention } from '../gazetteer/mention.ts';
import type { Note, NoteId } from '../notes/note.ts';
import { type Article, type Block, SAYING_ROLES } from '../text/article.ts';
import type { Span } from '../text/span.ts';
import { announcement } from './announced.ts';
import type { Attribution } from './attribution.ts';
import type { Draft } from './drafts.ts';
import { headlineColon } from './headline.ts';
import { speakerLabels } from './labels.ts';
import { SourceMemory } from './memory.ts';
import { relationsOf } from './relations.ts';
import { SCORING, type Scoring } from './scorer.ts';
import { linkCitations, type Open, settle, spanOf } from './settle.ts';
import { plainDraft } from './special.ts';
import { type Paragraph, paragraphOf, type Unit } from './units.ts';

/**
 * Who says what in an article, in text order of the cues. Linear in the text. `mentions` as linked (with and without a
 * note), by start. `notes` is not needed to tell who speaks today; it is there for what a note may come to add.
 */
export function attribute(
  article: Article,
  mentions: readonly Mention[],
  _notes: ReadonlyMap<NoteId, Note>,
  scoring: Scoring = SCORING,
): Attribution[] {
  const reading = new Reading(article, mentions, scoring);
  const labels = speakerLabels(article);
  article.blocks.forEach((block, i) => {
    if (!SAYING_ROLES.has(block.role)) return;
    const label = labels.get(i);
    if (label) reading.labelled(block, label, i);
    else reading.paragraph(block, i);
  });
  return reading.found;
}

/** What an article's paragraphs hand on to those after them. */
class Reading {
  readonly found: Open[] = [];
  readonly #article: Article;
  readonly #mentions: readonly Mention[];
  readonly #scoring: Scoring;
  readonly #memory = new SourceMemory();
  #sentence = 0;
  #nextMention = 0;
  /** Whose quotation the last paragraph left without a closing mark. */
  #unclosed: Open | null = null;
  /** Who is about to speak, since the paragraph before ended in "said:". */
  #announced: Open | null = null;
  /** Who spoke last in the paragraph before, in words quoted there. */
  #speaker: Open | null = null;

  constructor(article: Article, mentions: readonly Mention[], scoring: Scoring) {
    this.#article = article;
    this.#mentions = mentions;
    this.#scoring = scoring;
  }

  paragraph(block: Block, at: number): void {
    const paragraph = paragraphOf(this.#article.text, block, this.#scoring, this.#unclosed !== null);
    const mentions = this.#mentionsOf(block);
    const first = this.found.length;
    if (this.#announced && this.#handOver(paragraph, block)) return;
    let open = this.#unclosed;
    if (!open && CARRIES.has(block.role) && goesOnQuoted(paragraph.units)) open = this.#carriedOver(paragraph.units);
    let speaker: Open | null = null;
    let next = 0;
    for (const unit of paragraph.units) {
      this.#sentence++;
      if (unit.quoteOnly && open) {
        const span = spanOf(unit, { from: 0, to: unit.tokens.length });
        if (!open.content.some((s) => s.start === span.start)) open.content.push(span);
        speaker = open;
        continue;
      }
      open = null;
      const drafts = draftsOf(unit, block);
      const before = this.found.length;
      const named: Mention[] = [];
      for (; next < mentions.length && mentions[next]!.end <= unit.end; next++) named.push(mentions[next]!);
      // A picture's caption tells of the picture: no pronoun of the text goes back to it.
      if (block.role !== 'caption') this.#memory.notice(unit, named, at, this.#sentence);
      for (const draft of drafts) {
        const place = { mentions, memory: this.#memory, paragraph: at, sentence: this.#sentence };
        const attribution = settle(unit, draft, place);
        this.found.push(attribution);
        if (draft.openEnded) {
          open = attribution;
          speaker = attribution;
        }
      }
      linkCitations(this.found, before, drafts);
    }
    this.#announce(paragraph, mentions, at);
    this.#unclosed = this.#ownerOfOpen(paragraph, first) ?? (paragraph.quotations.at(-1)?.open ? this.#unclosed : null);
    this.#speaker = speaker;
  }

  /** "ROE: ...": a line of a transcript is its speaker's, whole. */
  labelled(block: Block, label: Span, at: number): void {
    const [unit] = paragraphOf(this.#article.text, label, this.#scoring).units;
    const { text } = this.#article;
    const colon = text.indexOf(':', label.end);
    let start = colon + 1;
    while (start < block.end && /\s/.test(text[start]!)) start++;
    if (!unit || unit.tokens.length === 0 || start >= block.end) return;
    this.#sentence++;
    const whole = { from: 0, to: unit.tokens.length };
    const draft = plainDraft({
      layout: 'colon',
      lemma: ':',
      source: [whole],
      cue: [whole],
      content: [whole],
      confidence: 0.85,
    });
    const place = { mentions: this.#mentionsOf(block), memory: this.#memory, paragraph: at, sentence: this.#sentence };
    const attribution = settle(unit, draft, place);
    this.found.push({ ...attribution, cue: [{ start: colon, end: colon + 1 }], content: [{ start, end: block.end }] });
    this.#unclosed = null;
    this.#speaker = null;
  }

  /** 'The envoy said:' ends a paragraph: what is said is the next one. */
  #announce({ units }: Paragraph, mentions: readonly Mention[], at: number): void {
    const unit = units.at(-1);
    const draft = unit && announcement(unit);
    if (!unit || !draft) return;
    const place = { mentions, memory: this.#memory, paragraph: at, sentence: this.#sentence };
    this.#announced = { ...settle(unit, draft, place), content: [] };
  }

  /** Gives the paragraph to whoever was announced before it, unless somebody else speaks in it. */
  #handOver({ units, quotations }: Paragraph, block: Block): boolean {
    const speaker = this.#announced!;
    this.#announced = null;
    const quoted = block.role === 'quote' || units.every((unit) => unit.quoteOnly);
    if (!CARRIES.has(block.role) || (!quoted && units.some((unit) => relationsOf(unit).length > 0))) return false;
    this.#sentence += units.length;
    speaker.content.push({ start: block.start, end: block.end });
    speaker.confidence = quoted ? QUOTED_NEXT : CARRIED;
    this.found.push(speaker);
    this.#speaker = speaker;
    this.#unclosed = quotations.at(-1)?.open ? speaker : null;
    return true;
  }

  /** A paragraph that is nothing but a quotation goes on with the words quoted before it; less surely. */
  #carriedOver([unit]: readonly Unit[]): Open | null {
    if (!this.#speaker || !unit) return null;
    const { source, cue, sourceKind, sourceNotes } = this.#speaker;
    const content = [spanOf(unit, { from: 0, to: unit.tokens.length })];
    const carried: Open = { source, cue, content, sourceKind, sourceNotes, confidence: CARRIED };
    this.found.push(carried);
    return carried;
  }

  #ownerOfOpen({ quotations }: Paragraph, first: number): Open | null {
    const last = quotations.at(-1);
    if (!last?.open) return null;
    const here = this.found.slice(first);
    return here.findLast((a) => a.content.some((s) => s.start <= last.start && last.end - 1 <= s.end)) ?? null;
  }

  #mentionsOf(block: Span): Mention[] {
    const found: Mention[] = [];
    while (this.#nextMention < this.#mentions.length && this.#mentions[this.#nextMention]!.start < block.end) {
      const mention = this.#mentions[this.#nextMention++]!;
      if (mention.start >= block.start) found.push(mention);
    }
    return found;
  }
}

/** Confidence of a quotation that has no cue in its own paragraph: about one in two such paragraphs goes on with the last speaker. */
const CARRIED = 0.5;

/** Of a paragraph announced by "said:" that stands in quotation marks or as a quotation. */
const QUOTED_NEXT = 0.9;
/** Blocks in which a speech may go on: a heading in quotation marks is the editor's choice. */
const CARRIES: ReadonlySet<Block['role']> = new Set(['paragraph', 'quote', 'item']);

/** A paragraph that opens with whole sentences in quotation marks nobody there is named for. */
function goesOnQuoted(units: readonly Unit[]): boolean {
  const [first] = units;
  if (!first?.quoteOnly) return false;
  const after = units.find((unit) => !unit.quoteOnly);
  // '"It held." Those were the words of Roe.': whoever comes after it may be meant.
  return !after || relationsOf(after).length === 0;
}

function draftsOf(unit: Unit, block: Block): Draft[] {
  if (block.role === 'headline' || block.role === 'subheadline') {
    const colon = headlineColon(unit);
    if (colon) return [colon];
  }
  return relationsOf(unit);
}
