import { describe, expect, test } from 'vitest';
import { createClient } from '../../../lib/messages/client.ts';
import { pageRows } from '../../../lib/messages/page-rows.ts';
import type { PageRequests } from '../../../lib/messages/protocol.ts';
import { createServer, type Handlers } from '../../../lib/messages/serve.ts';

const handlers: Handlers<PageRequests, unknown> = {
  getHost: () => ({ host: 'example.org' }),
  readArticle: () => ({ article: null, words: 3 }),
  showSpan: () => null,
  showMention: () => null,
  stepToName: () => null,
  getTimes: () => null,
  refresh: () => null,
};
const serve = createServer('page', pageRows, handlers, () => 'extension');
const ask = createClient<PageRequests>('page', async (message) => serve(structuredClone(message), null));

describe('a content script takes only what was agreed', () => {
  test.each([
    ['getHost', {}, true],
    ['getHost', { extra: 1 }, false],
    ['readArticle', { force: true }, true],
    ['readArticle', {}, false],
    ['readArticle', { force: 'yes' }, false],
    ['showSpan', { start: 0, end: 5 }, true],
    ['showSpan', { start: -1, end: 5 }, false],
    ['showSpan', { start: 0.5, end: 5 }, false],
    ['showSpan', { start: 0, end: 5, more: 1 }, false],
    ['showSpan', null, false],
    ['showSpan', [0, 5], false],
    ['showMention', { start: 3, open: false }, true],
    ['stepToName', { step: -1 }, true],
    ['stepToName', { step: 2 }, false],
  ] as const)('%s %j', async (name, params, taken) => {
    expect((await ask(name, params as never)).ok).toBe(taken);
  });

  test('a refusal names the field and not its value', async () => {
    const answer = await ask('showSpan', { start: 0, end: 'secret' as never });
    expect(answer).toEqual({ ok: false, failure: { code: 'malformed', message: 'showSpan: end is not as agreed' } });
  });

  test('a page may not ask', async () => {
    const fromPage = createServer('page', pageRows, handlers, () => 'page');
    expect(await fromPage({ to: 'page', name: 'getHost', params: {} }, null)).toMatchObject({ ok: false });
  });
});
