import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../lib/cli/root.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program of lib/cli as a person would, without npm; `input` is what it finds on standard input. */
export const runProgram = (program: string, args: readonly string[], cwd: string, input = ''): Promise<Outcome> =>
  new Promise((resolve) => {
    const running = execFile(
      process.execPath,
      [join(ROOT, 'lib', 'cli', program), ...args],
      { cwd },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
    running.stdin?.end(input);
  });
