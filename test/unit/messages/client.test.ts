import { expect, test } from 'vitest';
import { createClient } from '../../../lib/messages/client.ts';
import type { BackgroundRequests } from '../../../lib/messages/protocol.ts';

const ASLEEP = new Error('Could not establish connection. Receiving end does not exist.');
const GONE = new Error('Extension context invalidated.');

/** What comes of a question when sending goes as the steps say, and how often it was sent. */
async function asked(to: string, steps: readonly unknown[], name = 'getSync'): Promise<[unknown, number]> {
  let sent = 0;
  const ask = createClient<BackgroundRequests>(to, async () => {
    const step = steps[sent++];
    if (step instanceof Error) throw step;
    return step;
  });
  return [await ask(name as 'getSync', {}), sent];
}

const ANSWER = { ok: true, value: {} };
const none = { ok: false, failure: { code: 'no-answer', message: expect.any(String) } };

test.each<[string, string, unknown[], unknown, number]>([
  ['an answer is handed on', 'background', [ANSWER], ANSWER, 1],
  ['a background that was falling asleep is asked again', 'background', [ASLEEP, ANSWER], ANSWER, 2],
  ['once', 'background', [ASLEEP, ASLEEP, ANSWER], none, 2],
  ['a page without our script is not', 'page', [ASLEEP, ANSWER], none, 1],
  ['an extension that was replaced is not', 'background', [GONE, ANSWER], none, 1],
  ['nobody who answers is a failure', 'background', [undefined], none, 1],
])('42: %s', async (_, to, steps, result, sent) => {
  expect(await asked(to, steps)).toEqual([result, sent]);
});

test('42: a note is not saved twice', async () => {
  expect(await asked('background', [ASLEEP, ANSWER], 'saveOwn')).toEqual([none, 1]);
});
