import { type Command, firstArgument } from './command.ts';
import { describeKey, writeNewKey } from './key-files.ts';

const USAGE = `Usage: npm run -s pack -- keygen NAME

Makes an Ed25519 key pair: NAME.key, which only you may read, and NAME.pub.
A publisher has two pairs: a root key, which signs nothing but lists of keys and is kept off the machine that publishes;
and a pack key, which signs each revision. See \`sign --help\` for how one vouches for the other.`;

export const keygen: Command = {
  does: 'makes a key pair',
  usage: USAGE,
  options: {},
  takes: 1,
  async run(given) {
    const name = firstArgument(given, 'name', USAGE).replace(/\.(?:key|pub)$/, '');
    const key = await writeNewKey(name);
    process.stdout.write(`${name}.key  keep it to yourself\n${name}.pub  ${describeKey(key)}\n`);
    return 0;
  },
};
