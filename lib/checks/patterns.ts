/** Where a check's literal entries stand in a sentence. */
import { type Span, span } from '../text/span.ts';
import type { SentenceView } from './article-view.ts';
import type { Pattern } from './check-view.ts';
import { sharesKey } from './meaning.ts';
import { stemOf, type Token } from './words.ts';

/** The first place of a pattern in a sentence, or `null`. */
export function findPattern(sentence: SentenceView, pattern: Pattern): Span | null {
  switch (pattern.kind) {
    case 'note': {
      const mention = sentence.mentions.find(({ note }) => note === pattern.note);
      return mention ? span(mention.start, mention.end) : null;
    }
    case 'stems':
      return findRun(sentence, pattern.stems, (token) => token.term || stemOf(token.word));
    case 'words':
      return findRun(sentence, pattern.words, (token) => token.word);
    case 'units':
      return findUnits(sentence, pattern);
  }
}

function findRun({ tokens }: SentenceView, wanted: readonly string[], read: (token: Token) => string): Span | null {
  if (wanted.length === 0) return null;
  for (let at = 0; at + wanted.length <= tokens.length; at++) {
    if (wanted.every((word, n) => read(tokens[at + n]!) === word)) {
      return span(tokens[at]!.start, tokens[at + wanted.length - 1]!.end);
    }
  }
  return null;
}

/** Units one after the other with nothing but stop words between them: "east of Hama", not "eastern city of Hama". */
function findUnits({ units, tokens, keys }: SentenceView, pattern: Pattern & { kind: 'units' }): Span | null {
  if (!pattern.units.every((wanted) => wanted.keys.some((key) => keys.has(key)))) return null;
  const [first, ...rest] = pattern.units;
  for (const unit of units) {
    if (!sharesKey(unit, first!)) continue;
    let last = unit;
    const whole = rest.every((wanted) => {
      // A linked name repeats the words it is made of: what follows starts where the words end.
      const next = units.find(
        (other) =>
          other.from >= last.to &&
          sharesKey(other, wanted) &&
          tokens.slice(last.to, other.from).every((token) => token.term === ''),
      );
      if (next) last = next;
      return next !== undefined;
    });
    if (whole) return span(unit.start, last.end);
  }
  return null;
}

/** The first entry of a row that stands in a sentence. */
export function findRow(sentence: SentenceView, row: readonly Pattern[]): Span | null {
  for (const pattern of row) {
    const found = findPattern(sentence, pattern);
    if (found) return found;
  }
  return null;
}
