/**
 * Sentences that pass on a statement in order to correct it: in a fact-check, or right before "That is not so". Such a
 * sentence agrees with whoever denies the statement; holding it against the article would be the worst of mistakes.
 */

/** A headline that says the piece checks somebody else's statement. */
const FACT_CHECK =
  /^\W*(?:(?:reuters |afp |ap )?fact[ -]?check|reality check|verif(?:y|ied|ication)|debunk(?:ed|ing)?|myth)\b/i;
/** "A widely shared article says that", "the post claims". */
const PASSED_ON =
  /^[^,;:]{0,80}\b(?:articles?|posts?|stor(?:y|ies)|memes?|videos?|messages?|rumou?rs?|claims?|tweets?|websites?|pages?|texts?|blogs?)\b[^,;:]{0,50}\b(?:says?|said|claims?|claimed|alleges?|alleged|states?|stated|suggests?|suggested|shows?|that)\b/i;
/** What follows takes it back. */
const TAKEN_BACK =
  /^\W*(?:(?:but|in fact|actually|however),? )?(?:(?:that|this|it|these|those|they|both|all of this|neither)\b[^.;]{0,40}\b(?:not (?:so|true|right|correct|what|the case)|false|wrong|untrue|incorrect|inaccurate|never happened|a hoax|a myth|an error|a mistake|isn['’]t (?:so|true|right)|is not)\b|not so\b|wrong\b|false\b|untrue\b)/i;

export const isFactCheck = (headline: string): boolean => FACT_CHECK.test(headline);

/** Whether a sentence only passes on what the article itself rejects. */
export function isRejected(sentence: string, next: string | undefined, factCheck: boolean): boolean {
  const passedOn = PASSED_ON.test(sentence);
  return (
    (factCheck && passedOn) || (next !== undefined && TAKEN_BACK.test(next) && (passedOn || SHORT_REJECTION.test(next)))
  );
}

/** "That is false.": short enough to be about the whole sentence before and nothing else. */
const SHORT_REJECTION = /^\W*(?:\S+\s+){0,6}\S+$/;
