import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { textAsPage } from '../../../lib/cli/text-as-page.ts';
import { articleFromDocument } from '../../../lib/page/article-from-document.ts';
import { type Article, SAYING_ROLES } from '../../../lib/text/article.ts';
import { articleFromText } from '../../../lib/text/plain-text.ts';

const TEXT = `Bridge Closed After Storm In Norland

The mayor of Southport calls it the worst in ten years & promises help

A storm closed the bridge over the Sund on Monday, according to the harbour office, and cut two villages off from the road.

“We have seen <nothing> like it,” said the mayor, who asked the government in Northport for engineers and two ferries.

The harbour office expects the bridge to be open again within a week, once divers have looked at its second pillar.

Written by Jane Doe

Leave a Reply

Your email address will not be published. Required fields are marked *

Is The Harbour Office Hiding The Cost Of The Ferries?
`;

const said = ({ blocks, text }: Article): string[] =>
  blocks.filter(({ role }) => SAYING_ROLES.has(role)).map(({ start, end }) => text.slice(start, end));

// A page made of the text once had the comment form and another article's headline as claims.
test('a page made of a text says what the text says, and no more', () => {
  const { document } = parseHTML(textAsPage(TEXT));
  const { article } = articleFromDocument(document, 'https://example.org/story');
  const text = articleFromText({ id: 'text', text: TEXT });
  expect(said(text)).toHaveLength(5);
  expect(article && said(article)).toEqual(said(text));
});
