import { failed, type Result } from './result.ts';
import type { Envelope } from './serve.ts';

/** Asks one table by name. Never rejects: a closed channel or a missing answer is a failure like any other. */
export type Client<T> = <N extends keyof T & string>(
  name: N,
  params: T[N] extends { params: infer P } ? P : never,
) => Promise<Result<T[N] extends { result: infer R } ? R : never>>;

export function createClient<T>(to: string, send: (message: Envelope) => Promise<unknown>): Client<T> {
  return async (name, params) => {
    try {
      const answer = await send({ to, name, params });
      // Nobody listening answers with `undefined`: a page without our content script, or an extension just updated.
      if (typeof answer !== 'object' || answer === null || !('ok' in answer))
        return failed('no-answer', `${name} had no answer`);
      return answer as never;
    } catch (error) {
      return failed('no-answer', error instanceof Error ? error.message : String(error));
    }
  };
}
