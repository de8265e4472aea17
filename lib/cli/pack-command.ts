import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** One `npm run pack` command: what it is for, what it takes, what it does. */
export interface Command {
  /** One line for the list of commands. */
  readonly does: string;
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** The exit code: 0 good, 1 findings. What the person can mend is thrown as a UsageError or PackError. */
  run(given: Given): Promise<number>;
}

/** The arguments of a command as given. */
export interface Given {
  readonly args: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
}

/** Runs a command on its arguments; `--help` prints its usage. */
export async function runCommand(command: Command, argv: readonly string[]): Promise<number> {
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${command.usage}`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(`${command.usage}\n`);
    return 0;
  }
  return command.run({
    args: positionals,
    flag: (name) => values[name] === true,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    texts: (name) => (Array.isArray(values[name]) ? (values[name] as string[]) : []),
  });
}

/** The one folder a command works on, or the usage when there is none or more than one. */
export function onlyArgument({ args }: Given, usage: string, fallback?: string): string {
  const [first = fallback, ...more] = args;
  if (first === undefined) throw new UsageError(`A folder is missing.\n\n${usage}`);
  if (more.length > 0) throw new UsageError(`One folder at a time; “${more[0]}” is one too many.\n\n${usage}`);
  return first;
}
