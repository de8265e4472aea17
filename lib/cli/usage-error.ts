import { PackError } from '../packs/pack-error.ts';

/** What the person at the terminal can mend: printed as it stands, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Why a file could not be read, in a sentence. */
export function unreadable(file: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `There is no file ${file}.`;
  if (code === 'EISDIR') return `${file} is a folder; a file was expected.`;
  return `${file} cannot be read: ${message}.`;
}

/** Runs a program: a usage error, or a pack that cannot be read, is a sentence; anything else is a fault of ours and keeps its trace. */
export async function runProgram(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof PackError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
