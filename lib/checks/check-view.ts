/** A held check made ready for comparison: its wordings as units, its literal words as patterns. Made once, on first use. */
import { isNoteId, type NoteId } from '../notes/note.ts';
import type { Check } from './check.ts';
import { sharesKey, type Unit, unitsOf, weightOf } from './meaning.ts';
import { type Modality, modalitiesOf } from './modality.ts';
import { stemOf, type Token, tokensOf } from './words.ts';

/** One statement: a wording of the claim, or what the sources hold. */
export interface StatementView {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  /** Sum of the units' weights. */
  readonly weight: number;
  readonly modalities: readonly Modality[];
}

/** A literal entry: a note, units in a row (folded), words in a row (inflected), or words in a row as they are. */
export type Pattern =
  | { readonly kind: 'note'; readonly note: NoteId }
  | { readonly kind: 'units'; readonly units: readonly Unit[] }
  | { readonly kind: 'stems'; readonly stems: readonly string[] }
  | { readonly kind: 'words'; readonly words: readonly string[] };

export interface CheckView {
  readonly check: Check;
  readonly wordings: readonly StatementView[];
  readonly holds: StatementView | null;
  /** Units of `holds` that no wording has: an article with one of them states what the sources hold. */
  readonly heldOnly: readonly Unit[];
  readonly words: readonly Pattern[];
  readonly needs: readonly (readonly Pattern[])[];
  readonly unless: readonly Pattern[];
}

export function viewStatement(text: string): StatementView {
  const tokens = tokensOf(text);
  const units = unitsOf(text, tokens);
  return {
    text,
    tokens,
    units,
    weight: units.reduce((sum, unit) => sum + weightOf(unit), 0),
    modalities: modalitiesOf(text, tokens),
  };
}

/** An entry of `words`: the words themselves, inflected, stop words included. */
const literal = (entry: string): Pattern => ({
  kind: 'stems',
  stems: tokensOf(entry).map((token) => token.term || stemOf(token.word)),
});

/** Where the number of a noun is the finding, "officials" is not "official". */
const exact = (entry: string): Pattern => ({ kind: 'words', words: tokensOf(entry).map(({ word }) => word) });

/** An entry of `needs` or `unless`: a note, or words with their rows and families; with a small word in it, itself. */
function folded(entry: string): Pattern {
  if (isNoteId(entry)) return { kind: 'note', note: entry };
  const tokens = tokensOf(entry);
  const units = unitsOf(entry, tokens);
  const covered = tokens.every((token, at) => token.term !== '' || units.some(({ from, to }) => from <= at && at < to));
  return covered && units.length > 0 ? { kind: 'units', units } : literal(entry);
}

const views = new WeakMap<Check, CheckView>();

/** A check made ready for comparing; made once for each check. */
export function viewCheck(check: Check): CheckView {
  let view = views.get(check);
  if (!view) {
    const wordings = [check.claim, ...check.also].map(viewStatement);
    const holds = check.holds === undefined ? null : viewStatement(check.holds);
    view = {
      check,
      wordings,
      holds,
      heldOnly: holds
        ? holds.units.filter((unit) => !wordings.some(({ units }) => units.some((other) => sharesKey(unit, other))))
        : [],
      words: check.words.map(check.part === 'number' ? exact : literal),
      needs: (check.needs ?? []).map((row) => row.map(folded)),
      unless: (check.unless ?? []).map(folded),
    };
    views.set(check, view);
  }
  return view;
}
