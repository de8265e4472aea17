import type { Asker, Rows } from './protocol.ts';
import { failed, ok, type Result, toFailure } from './result.ts';

type Params<T, N extends keyof T> = T[N] extends { params: infer P } ? P : never;
type Answer<T, N extends keyof T> = T[N] extends { result: infer R } ? R : never;

/** One function per request; `sender` is whatever the transport knows of the asker. */
export type Handlers<T, Sender> = {
  readonly [N in keyof T]: (params: Params<T, N>, sender: Sender) => Promise<Answer<T, N>> | Answer<T, N>;
};

/** A message as it travels. */
export interface Envelope {
  readonly to: string;
  readonly name: string;
  readonly params: unknown;
}

const isEnvelope = (raw: unknown): raw is Envelope =>
  typeof raw === 'object' &&
  raw !== null &&
  'to' in raw &&
  'name' in raw &&
  typeof raw.name === 'string' &&
  'params' in raw;

/**
 * Answers the messages of one table and leaves every other message to whoever it is for (`undefined`).
 * `askerOf` must return `null` when it cannot tell who asks: such a message is refused.
 */
export function createServer<T, Sender>(
  to: string,
  rows: Rows<T>,
  handlers: Handlers<T, Sender>,
  askerOf: (sender: Sender) => Asker | null,
): (raw: unknown, sender: Sender) => Promise<Result<unknown>> | undefined {
  const isName = (name: string): name is keyof T & string => Object.hasOwn(rows, name);

  async function answer<N extends keyof T & string>(name: N, raw: unknown, sender: Sender): Promise<Result<unknown>> {
    const row = rows[name];
    const asker = askerOf(sender);
    if (asker === null || !row.who.includes(asker)) return failed('refused', `${name} may not be asked from there`);
    const params = await row.params['~standard'].validate(raw);
    if (params.issues) {
      const path = params.issues[0]?.path?.map((step) => String(typeof step === 'object' ? step.key : step)).join('.');
      return failed('malformed', `${name}: ${path || 'params'} is not as agreed`);
    }
    try {
      return ok(await handlers[name](params.value as Params<T, N>, sender));
    } catch (error) {
      return toFailure(error);
    }
  }

  return (raw, sender) =>
    isEnvelope(raw) && raw.to === to && isName(raw.name) ? answer(raw.name, raw.params, sender) : undefined;
}
