/** One statement read for comparison: an article's sentence, or what the sources hold. */
import type { DayRange } from '../text/partial-date.ts';
import { type Unit, unitsOf } from './meaning.ts';
import { clausesOf, type Modality, modalitiesOf } from './modality.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';
import { timesOf } from './time.ts';
import type { TimeExpression } from './time-expression.ts';
import { type Token, tokensOf } from './words.ts';

export interface Statement {
  readonly text: string;
  /** Where `text` begins in the numbering of all offsets here. */
  readonly start: number;
  /** The day it was made: what relative times count from. */
  readonly date: DayRange | null;
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  readonly modalities: readonly Modality[];
  readonly clauses: readonly number[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  readonly speech: Speech | null;
}

/** Who is said to have said what, in the plainest forms; attributions proper are another room's work. */
export interface Speech {
  /** Terms of the speaker's name or description. */
  readonly speaker: readonly string[];
  readonly cue: string;
  /** The words said, as printed, without the quotation marks. */
  readonly content: string;
  /** Direct speech: the words stand in quotation marks. */
  readonly direct: boolean;
}

const QUOTED = /[“"«]([^”"»]+)[”"»]/;
const CUE =
  'said|says|say|told|stated|states|announced|admitted|confirmed|warned|added|declared|claimed|claims|insisted|reported';
const NAME = '(?:[^,“”"]{2,60}?)';
const AFTER_QUOTE = new RegExp(`[”"»],? (?:(${CUE}) (${NAME})|(${NAME}) (${CUE}))(?=[.,]|$)`);
const BEFORE_QUOTE = new RegExp(`^(${NAME}) (${CUE})(?: [^“"«]{0,40})?[,:]? ?[“"«]`);
const INDIRECT = new RegExp(
  `^(${NAME}) (${CUE})(?:, according to [^,]+,)?(?: (?!that\\b)\\w+(?= that\\b))? (?:that )?(.+?)\\.?$`,
);

export function speechOf(text: string): Speech | null {
  const quoted = QUOTED.exec(text);
  if (quoted) {
    const after = AFTER_QUOTE.exec(text);
    const before = BEFORE_QUOTE.exec(text);
    const [speaker, cue] = after
      ? [after[2] ?? after[3]!, after[1] ?? after[4]!]
      : before
        ? [before[1]!, before[2]!]
        : ['', ''];
    return { speaker: termsIn(speaker), cue, content: quoted[1]!.replace(/,$/, ''), direct: true };
  }
  const indirect = INDIRECT.exec(text);
  return indirect ? { speaker: termsIn(indirect[1]!), cue: indirect[2]!, content: indirect[3]!, direct: false } : null;
}

const termsIn = (text: string): string[] => tokensOf(text).flatMap(({ term }) => (term === '' ? [] : [term]));

export function statementOf(text: string, date: DayRange | null, start = 0): Statement {
  const tokens = tokensOf(text, start);
  const units = unitsOf(text, tokens, start);
  const modalities = modalitiesOf(text, tokens, start);
  const times = timesOf(
    text,
    date,
    modalities.some(({ mode }) => mode === 'plan'),
    start,
  );
  return {
    text,
    start,
    date,
    tokens,
    units,
    modalities,
    clauses: clausesOf(text, tokens, start),
    times,
    quantities: quantitiesOf({ text, tokens, units, start }, times),
    speech: speechOf(text),
  };
}
