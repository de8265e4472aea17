import { failed, type Result } from './result.ts';
import type { Envelope } from './serve.ts';

/** Asks one table by name. Never rejects: a closed channel or a missing answer is a failure like any other. */
export type Client<T> = <N extends keyof T & string>(
  name: N,
  params: T[N] extends { params: infer P } ? P : never,
) => Promise<Result<T[N] extends { result: infer R } ? R : never>>;

/**
 * Firefox: a background that is just going to sleep neither hears a message nor is woken by it; a moment later it is. It
 * may also have been stopped in the middle of answering, so what would be done twice is not sent twice.
 */
const ASLEEP = /Receiving end does not exist/;
const AGAIN_MS = 150;
/** A new note is given its id when it is saved. */
const NOT_TWICE: ReadonlySet<string> = new Set(['saveOwn']);

async function sendAgain(send: () => Promise<unknown>): Promise<unknown> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof Error && ASLEEP.test(error.message))) throw error;
  }
  await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  return send();
}

/** Asks the table that answers to `to`; `send` is the browser’s own way, or a test’s. */
export function createClient<T>(to: string, send: (message: Envelope) => Promise<unknown>): Client<T> {
  return async (name, params) => {
    try {
      const once = () => send({ to, name, params });
      // A page may have no script of ours to hear us; the background is always there.
      const answer = await (to === 'background' && !NOT_TWICE.has(name) ? sendAgain(once) : once());
      // Nobody listening answers with `undefined`: a page without our content script, or an extension just updated.
      if (typeof answer !== 'object' || answer === null || !('ok' in answer))
        return failed('no-answer', `${name} had no answer`);
      return answer as never;
    } catch (error) {
      return failed('no-answer', error instanceof Error ? error.message : String(error));
    }
  };
}
