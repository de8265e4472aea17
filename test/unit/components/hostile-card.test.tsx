/** A pack whose every word is markup: a card shows the letters, and nothing is made of them. */
import { expect, test } from 'vitest';
import { AddPack } from '../../../components/AddPack.tsx';
import { HoverCard } from '../../../components/HoverCard.tsx';
import type { Note, NoteId } from '../../../lib/notes/note.ts';
import { toEntityCard } from '../../../lib/notes/to-entity-card.ts';
import { drawn } from '../../support/drawn.tsx';
import { makeRecord } from '../packs/make-pack.ts';

const EVIL = '<img src=x onerror=alert(1)><script>alert(2)</script><a href="javascript:alert(3)">x</a>';
const MADE = 'img, script, iframe, object, [onerror], [onload], [href^="javascript:" i], [srcdoc], style';
const ID = 'unit/evil' as NoteId;

const evil = makeRecord({
  type: 'note',
  id: ID,
  name: EVIL,
  aliases: [{ text: 'Evil Brigade', misprint: true, explain: EVIL }],
  summary: EVIL,
  country: EVIL.slice(0, 80),
  side: EVIL.slice(0, 80),
  form: EVIL.slice(0, 80),
  echelon: 'brigade',
  facts: [
    { what: 'commander', value: EVIL, text: EVIL, from: '2018', sources: ['a'] },
    { what: EVIL.slice(0, 40), value: EVIL, sources: ['a'] },
  ],
  sources: { a: { title: EVIL, publisher: EVIL.slice(0, 110), url: 'https://example.org/"><img src=x>', quote: EVIL } },
  notToConfuse: [EVIL],
}).value as Note;

test('61: markup in a note is shown as those letters on its card, and makes no element', async () => {
  const card = toEntityCard({
    mention: { text: EVIL, kind: 'unit', note: ID, candidates: [{ note: ID, evidence: [] }], reason: [] },
    date: { from: '2019-02-08', to: '2019-02-08' },
    locale: 'en',
    packCount: 2,
    notes: new Map([[ID, evil]]),
    packs: new Map([[ID, { id: 'evil', title: EVIL, revision: 1, date: '2026-11-24' }]]),
    own: { id: 'own/1', text: EVIL, date: EVIL },
  });
  const view = await drawn(<HoverCard view={{ kind: 'ready', card }} />);
  expect(view.text()).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect([...document.querySelectorAll(MADE)].map((element) => element.outerHTML)).toEqual([]);
  // What may be pressed leads to https addresses of sources alone.
  for (const link of document.querySelectorAll('a[href]')) expect(link.getAttribute('href')).toMatch(/^https:\/\//);
});

test('61: markup in what a pack says of itself is shown as those letters before it is added', async () => {
  const view = await drawn(
    <AddPack
      address=""
      add={{
        kind: 'offered',
        offer: {
          id: 'evil',
          url: 'https://evil.example/pack.json',
          host: 'evil.example',
          title: EVIL,
          publisher: EVIL,
          description: EVIL,
          licence: EVIL,
          languages: ['en'],
          revision: 1,
          date: '2026-11-24',
          notes: 1,
          checks: 0,
          bytes: 1000,
          keys: [{ key: 'k', fingerprint: 'b310 44e7 9c0a 1f20' }],
          knownBy: 'first-use',
        },
      }}
      onLook={() => {}}
      onTrust={() => {}}
      onCancelAdd={() => {}}
    />,
  );
  expect(view.text()).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
  expect(view.text()).toContain('evil.example');
  expect([...document.querySelectorAll(MADE)]).toEqual([]);
});
