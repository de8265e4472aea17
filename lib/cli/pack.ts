/** `npm run pack`: the tools of those who write and publish packs. Arguments only; each command is a file of its own. */
import { type Command, runWith } from './command.ts';
import { runProgram, UsageError } from './usage-error.ts';

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./pack-check.ts')).check,
  build: async () => (await import('./pack-build.ts')).build,
  keygen: async () => (await import('./pack-keygen.ts')).keygen,
  sign: async () => (await import('./pack-sign.ts')).sign,
  serve: async () => (await import('./pack-serve.ts')).serve,
  diff: async () => (await import('./pack-diff.ts')).diff,
  rehearse: async () => (await import('./pack-rehearse.ts')).rehearse,
  import: async () => (await import('./pack-import.ts')).bring,
  new: async () => (await import('./pack-new.ts')).fresh,
  schema: async () => (await import('./pack-schema.ts')).schema,
};

async function usage(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(9)} ${(await load()).does}`),
  );
  return `Usage: npm run -s pack -- COMMAND ...

${lines.join('\n')}

\`COMMAND --help\` tells more. Exit code: 0 good, 1 something to mend, 2 wrong use.`;
}

await runProgram(async () => {
  const [name, ...argv] = process.argv.slice(2);
  if (name === '--help' || name === '-h') {
    process.stdout.write(`${await usage()}\n`);
    return 0;
  }
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load)
    throw new UsageError(
      `${name === undefined ? 'No command was given' : `There is no command “${name}”`}.\n\n${await usage()}`,
    );
  return runWith(await load(), argv);
});
