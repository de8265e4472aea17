import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** What a program takes and does. */
export interface Program {
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many arguments it takes at the most, options aside. */
  readonly takes: number;
  /** The exit code: 0 good, 1 findings. What the person can mend is thrown as a UsageError or PackError. */
  run(given: Given): Promise<number>;
}

/** A command of `npm run pack`. */
export interface Command extends Program {
  /** One line for the list of commands. */
  readonly does: string;
}

/** The arguments of a program as given. */
export interface Given {
  readonly args: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
}

/** Runs a program on its arguments; `--help` prints its usage. */
export async function runWith(program: Program, argv: readonly string[]): Promise<number> {
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { ...program.options, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${program.usage}`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(`${program.usage}\n`);
    return 0;
  }
  if (positionals.length > program.takes)
    throw new UsageError(`“${positionals[program.takes]}” is one argument too many.\n\n${program.usage}`);
  return program.run({
    args: positionals,
    flag: (name) => values[name] === true,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    texts: (name) => (Array.isArray(values[name]) ? (values[name] as string[]) : []),
  });
}

/** The argument a program works on, or else its usage; `what` names it: "folder". */
export function firstArgument({ args }: Given, what: string, usage: string): string {
  const [first] = args;
  if (first === undefined) throw new UsageError(`A ${what} is missing.\n\n${usage}`);
  return first;
}
