import { describe, expect, test } from 'vitest';
import { attribute } from '../../../lib/attribution/attribute.ts';
import { SURE_SOURCE } from '../../../lib/attribution/sureness.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';
import type { Span } from '../../../lib/text/span.ts';
import { POLITICAL } from './political-rows.ts';
import { ATTITUDES, HEADLINES, NOTHING, OUTLETS, READ, type Row, SPEECH, VAGUE } from './rows.ts';

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
describe('read in articles nobody tuned on', () => {
  test.each(READ)('$name', check);
});
describe('campaign reporting', () => {
  test.each(POLITICAL)('%s', (text, ...relations) => expect(relationsIn(text)).toEqual(relations));
});
describe('no relation', () => {
  test.each(NOTHING)('$name', check);
});
describe('headlines', () => {
  test.each(HEADLINES)('$name', check);
});

describe('over sentences and paragraphs', () => {
  test('a quotation reopened in the next paragraph has one speaker', () => {
    expect(relationsIn('Roe said: "The dam held.\n\n"We saw it ourselves."')).toEqual([
      'Roe | said | "The dam held. + "We saw it ourselves."',
    ]);
  });

  test('a quotation that goes on without a mark of its own', () => {
    expect(relationsIn('Roe said: "The dam held.\n\nWe saw it ourselves and were glad."')).toEqual([
      'Roe | said | "The dam held. + We saw it ourselves and were glad."',
    ]);
  });

  test('two quoted paragraphs with a cue each are two relations', () => {
    expect(relationsIn('"The dam held," Roe said.\n\n"It leaked all night," Doe said.')).toEqual([
      'Roe | said | "The dam held,"',
      'Doe | said | "It leaked all night,"',
    ]);
  });

  test('a paragraph that is a quotation alone goes on with the last speaker, less surely', () => {
    const text = '"The dam held," Roe said.\n\n"We saw it with our own eyes that night."';
    expect(relationsIn(text)).toEqual([
      'Roe | said | "The dam held,"',
      'Roe | said | "We saw it with our own eyes that night."',
    ]);
    const [first, second] = attribute(articleFromText({ id: 'row', text }), [], new Map());
    expect(second!.confidence).toBeLessThan(first!.confidence);
  });

  test('a paragraph that opens with a quotation goes on with the last speaker, up to where the prose begins', () => {
    expect(relationsIn('"We do not know," Roe said.\n\n"There is more to come." The market grew.')).toEqual([
      'Roe | said | "We do not know,"',
      'Roe | said | "There is more to come."',
    ]);
  });

  test('a speech in single marks, opened in each paragraph and closed in the last', () => {
    const text =
      "She said: 'I was lost. It wasn't good.\n\n'This time I simply refused to eat.\n\n'I would dance for hours.'";
    expect(relationsIn(text)).toEqual([
      "She | said | 'I was lost. It wasn't good. + 'This time I simply refused to eat. + 'I would dance for hours.'",
    ]);
  });

  test('a heading in quotation marks belongs to nobody', () => {
    expect(relationsIn("Roe said the dam held.\n\n'I did not see it'\n\nOn Monday the road was open.")).toEqual([
      'Roe | said | the dam held',
    ]);
  });

  test('"said:" at the end of a paragraph hands over the next one', () => {
    expect(relationsIn('The mayor told reporters:\n\n"The dam held."\n\nIt rained.')).toEqual([
      'The mayor | told | "The dam held."',
    ]);
    expect(relationsIn('The envoy said:\n\nThe report makes grim reading.\n\nIt can be read online.')).toEqual([
      'The envoy | said | The report makes grim reading.',
    ]);
    expect(relationsIn('The envoy said:\n\nThe report was grim, Doe added.')).toEqual([
      'Doe | added | The report was grim',
    ]);
  });

  test('speaker labels of a transcript', () => {
    const text = 'ROE: The dam held.\nDOE: I think you said it leaked.\nROE: It never did.\nDOE: We shall see.';
    expect(relationsIn(text)).toEqual([
      'ROE | : | The dam held.',
      'DOE | : | I think you said it leaked.',
      'ROE | : | It never did.',
      'DOE | : | We shall see.',
    ]);
  });
});

describe('how sure a relation is', () => {
  const confidence = (text: string): number[] =>
    attribute(articleFromText({ id: 'row', text }), [], new Map()).map((a) => a.confidence);

  test.each([
    ['Roe said that the dam held.'],
    ['"The dam held," Roe said.'],
    ['Roe told reporters that the dam held.'],
    ['According to Roe, the dam held.'],
    ['The dam held, said Roe, the mayor.'],
  ])('named plainly: %s', (text) => {
    for (const sure of confidence(text)) expect(sure).toBeGreaterThan(SURE_SOURCE);
  });

  test.each([
    ['Roe criticised the plan.'],
    ['The dam is expected to hold.'],
    ['The court rejected the plan.'],
    ['"The dam held," Roe said.\n\n"We saw it with our own eyes."', 1],
  ])('probably: %s', (text, at = 0) => {
    expect(confidence(text as string)[at as number]!).toBeLessThan(SURE_SOURCE);
  });

  test('a participle is less sure than the verb it hangs on', () => {
    const [said, adding] = confidence('The minister said the dam held, adding that repairs would follow.');
    expect(adding!).toBeLessThan(said!);
  });
});
