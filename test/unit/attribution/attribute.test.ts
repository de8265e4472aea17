import { describe, expect, test } from 'vitest';
import { attribute } from '../../../lib/attribution/attribute.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import type { Span } from '../../../lib/text/span.ts';
import { ATTITUDES, HEADLINES, NOTHING, OUTLETS, type Row, SPEECH, VAGUE } from './rows.ts';

/** The relations of a text as rows write them. */
function relationsIn(text: string): string[] {
  const words = (spans: readonly Span[]): string => spans.map((s) => text.slice(s.start, s.end)).join(' + ') || '-';
  return attribute(articleFromText({ id: 'row', text }), [], new Map()).map(
    (a) => `${words(a.source)} | ${words(a.cue)} | ${words(a.content)}`,
  );
}

const check = ({ text, relations }: Row): void => expect(relationsIn(text)).toEqual(relations);

describe('speech', () => {
  test.each(SPEECH)('$name', check);
});
describe('outlets', () => {
  test.each(OUTLETS)('$name', check);
});
describe('vague and passive sources', () => {
  test.each(VAGUE)('$name', check);
});
describe('attitudes and nouns', () => {
  test.each(ATTITUDES)('$name', check);
});
describe('no relation', () => {
  test.each(NOTHING)('$name', check);
});
describe('headlines', () => {
  test.each(HEADLINES)('$name', check);
});
