import { expect, test } from 'vitest';
import { markedMentions } from '../../../entrypoints/background/marked.ts';
import { mentionAt } from '../../../entrypoints/content/ranges.ts';
import type { Mention } from '../../../lib/gazetteer/mention.ts';
import type { Article, BlockRole } from '../../../lib/text/article.ts';

/** An article of blocks `role: text`; names are written `{note|form}`, a misprint `{note!form}`. */
function made(...lines: string[]): { article: Article; mentions: Mention[] } {
  const blocks: Article['blocks'][number][] = [];
  const mentions: Mention[] = [];
  let text = '';
  for (const line of lines) {
    const [, role, rest] = /^(\w+): (.*)$/.exec(line)!;
    const start = text.length;
    for (const part of rest!.split(/(\{[^}]*\})/)) {
      const name = /^\{([^|!]*)([|!])(.*)\}$/.exec(part);
      if (name) {
        const form = name[3]!;
        mentions.push({
          start: text.length,
          end: text.length + form.length,
          text: form,
          kind: 'unit',
          note: (name[1] ? `unit/${name[1]}` : null) as Mention['note'],
          candidates: [],
          reason: [],
          ...(name[2] === '!' && { misprint: { of: name[1]! } }),
        });
      }
      text += name ? name[3]! : part;
    }
    blocks.push({ role: role as BlockRole, start, end: text.length });
    text += '\n\n';
  }
  return { article: { id: 'x', text, blocks, date: null }, mentions };
}

test.each<[string, string[], string[]]>([
  ['the first in a section', ['paragraph: {a|Alpha} met {a|Alpha}', 'paragraph: {a|Alpha}'], ['Alpha']],
  [
    'again after a heading',
    ['paragraph: {a|Alpha}', 'heading: Then', 'paragraph: {a|Alpha} {a|Alpha}'],
    ['Alpha', 'Alpha'],
  ],
  ['a heading belongs to what follows it', ['heading: On {a|Alpha}', 'paragraph: {a|Alpha}'], ['Alpha']],
  [
    'the headline is a section of its own',
    ['headline: {a|Alpha} won', 'paragraph: {a|Alpha} {a|Alpha}'],
    ['Alpha', 'Alpha'],
  ],
  [
    'so is the standfirst',
    ['headline: x', 'subheadline: {a|Alpha}', 'paragraph: {a|Alpha} {a|Alpha}'],
    ['Alpha', 'Alpha'],
  ],
  ['not a part of a form already marked', ['paragraph: {p|Vladimir Putin} ... {p|Putin}'], ['Vladimir Putin']],
  ['but the fuller form after the part', ['paragraph: {p|Putin} ... {p|Vladimir Putin}'], ['Putin', 'Vladimir Putin']],
  [
    'and another name of the same bearer',
    ['paragraph: {g|Revolutionary Guards} ... {g|IRGC}'],
    ['Revolutionary Guards', 'IRGC'],
  ],
  ['parts of words do not count', ['paragraph: {x|Amalia} ... {x|Amal}'], ['Amalia', 'Amal']],
  [
    'a misprint always',
    ['paragraph: {b|Eighth Division} {b!Eight Division} {b!Eight Division}'],
    ['Eighth Division', 'Eight Division', 'Eight Division'],
  ],
  [
    'names without a note by their words',
    ['paragraph: {|Gamma Brigade} {|Delta Brigade} {|Gamma Brigade}'],
    ['Gamma Brigade', 'Delta Brigade'],
  ],
])('marks %s', (_, lines, expected) => {
  const { article, mentions } = made(...lines);
  expect(markedMentions(article, mentions, 'first').map(({ text }) => text)).toEqual(expected);
});

test('marks every one when the reader asks for it', () => {
  const { article, mentions } = made('paragraph: {a|Alpha} {a|Alpha}');
  expect(markedMentions(article, mentions, 'all')).toHaveLength(2);
});

test('a caret finds the mention it is in or just behind', () => {
  const { mentions } = made('paragraph: {a|Alpha} and {b|Beta}');
  const [alpha, beta] = mentions;
  expect([0, 3, 5, 6, 9, 10, 14, 15].map((offset) => mentionAt(mentions, offset))).toEqual([
    alpha,
    alpha,
    alpha,
    null,
    null,
    beta,
    beta === undefined ? null : beta,
    null,
  ]);
});
