/** An answer, or why there is none. Errors do not survive structured cloning between contexts; this does. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** `code` chooses the sentence a person is shown; `message` is for diagnostics and never holds page text. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (code: string, message: string): Result<never> => ({ ok: false, failure: { code, message } });

/** An error that a person is told of by its code. */
export const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

/** Any thrown thing as a failure; a `code` on an error is kept. */
export function toFailure(error: unknown): Result<never> {
  if (error instanceof Error) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unexpected';
    return failed(code, error.message);
  }
  return failed('unexpected', String(error));
}
