import type { Article } from '../text/article.ts';

/** Fewest lines of a transcript, and the share of them that is one line of speech. */
const MIN_LINES = 40;
const SPOKEN = /\b(?:I|we|We|you|You|my|our|your|I['’]m|we['’]re|you['’]re)\b/;

/**
 * Whether the text is a transcript: many short lines, a sentence or two each, a good part of them in the first or second
 * person. News in one-sentence paragraphs has the lines but not the persons.
 */
export function isTranscript({ text, blocks }: Article): boolean {
  if (blocks.length < MIN_LINES) return false;
  let spoken = 0;
  let length = 0;
  for (const block of blocks) {
    const line = text.slice(block.start, block.end);
    length += line.length;
    if (SPOKEN.test(line) && !/["“”]/.test(line)) spoken++;
  }
  return length / blocks.length < 260 && spoken / blocks.length > 0.25;
}
