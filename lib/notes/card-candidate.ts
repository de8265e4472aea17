/** The parts of a card that speak of the mention: its bearers with what is for and against each, its reasons. */
import { type Label, label } from '../text/messages.ts';
import type { DayRange } from '../text/partial-date.ts';
import { relationTo } from '../text/show-date.ts';
import type { CardCandidate, CardEvidence, CardInput, CardSubject } from './card.ts';
import { nameFormsOf } from './card-names.ts';
import { roleOf } from './card-role.ts';
import { statementsOf } from './card-statements.ts';
import type { Note } from './note.ts';

/** Signals for or against shown with a candidate; more are in "why this mark?". */
const MAX_SIGNALS = 3;

/** A signal as a sentence. */
export const evidenceOf = ({ signal, args }: CardEvidence): Label => label(`evidence_${signal}`, ...args);

/** Said when nothing in a candidate's note is as old as the article. */
function ageOf(note: Note, article: DayRange | null): Label | null {
  if (!article || note.facts.length === 0) return null;
  const starts = note.facts.flatMap((fact) => fact.from ?? []);
  if (starts.length < note.facts.length) return null;
  const first = starts.sort()[0]!;
  return first.slice(0, 4) > article.to.slice(0, 4) ? relationTo(article, first) : null;
}

export function candidateOf(
  { note: id, evidence }: CardSubject['candidates'][number],
  { mention, notes, packs, date, locale }: CardInput,
  severalPacks: boolean,
): CardCandidate[] {
  const note = notes.get(id);
  if (!note) return [];
  // What speaks for every bearer alike does not tell them apart.
  const telling = evidence.filter(
    ({ signal, weight }) =>
      !mention.candidates.every((other) =>
        other.evidence.some((one) => one.signal === signal && one.weight === weight),
      ),
  );
  const strongest = [...telling].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const speaking = (sign: 1 | -1): Label[] =>
    strongest
      .filter(({ weight }) => weight * sign > 0)
      .slice(0, MAX_SIGNALS)
      .map(evidenceOf);
  const fact = statementsOf(note, date, { locale, pack: severalPacks ? packs.get(id) : undefined })[0];
  return [
    {
      note: id,
      kind: note.kind,
      name: note.name,
      forms: nameFormsOf(note, locale),
      role: roleOf(note, date, locale),
      for: speaking(1),
      against: speaking(-1),
      relation: ageOf(note, date),
      provenance: fact?.provenance.slice(0, 1) ?? [],
    },
  ];
}
