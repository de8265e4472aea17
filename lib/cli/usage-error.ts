import { PackError } from '../packs/pack-error.ts';

/** What the person at the terminal can mend: printed as it stands, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the system said of a file, folder or port, as a sentence with its place; `null` where it named none. */
function sentenceOf({ code, path, message, ...rest }: NodeJS.ErrnoException): string | null {
  if (code === 'EADDRINUSE') {
    return `The port ${(rest as { port?: number }).port} is taken; choose another one.`;
  }
  if (path === undefined) return null;
  switch (code) {
    case 'ENOENT':
      return `There is no ${path}.`;
    case 'EISDIR':
      return `${path} is a folder; a file was expected.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path} is not a folder; a folder was expected.`;
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be opened: permission denied.`;
    default:
      return `${path} cannot be used: ${message}.`;
  }
}

/** The sentence for a person, when the error is one that a person can mend. */
function mendable(error: unknown): string | null {
  if (error instanceof UsageError || error instanceof PackError) return error.message;
  return error instanceof Error ? sentenceOf(error) : null;
}

/**
 * Runs a program and sets its exit code. What a person can mend (a wrong argument, a pack or file that cannot be read or
 * written) is a sentence and exit code 2; anything else is a fault of ours and keeps its trace.
 */
export async function runProgram(main: () => Promise<number>): Promise<void> {
  // Whoever read our output (`| head`) has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    process.exitCode = await main();
  } catch (error) {
    const sentence = mendable(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 2;
  }
}
