import { showKeyId, writePublicKey } from '../packs/keys.ts';
import { type Command, firstArgument } from './command.ts';
import { readBuiltPack } from './pack-folder.ts';
import { serveFolder } from './serve-folder.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `Usage: npm run -s pack -- serve DIR [--port N]

Serves a built pack on this machine, for trying it out; any static host does the same. Prints the address to add in the
extension, with the fingerprint of the root key. Ends with Ctrl-C.`;

export const serve: Command = {
  does: 'serves a built pack on this machine, for trying it out',
  usage: USAGE,
  options: { port: { type: 'string' } },
  takes: 1,
  async run(given) {
    const dir = firstArgument(given, 'folder', USAGE);
    const port = Number(given.text('port') ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new UsageError('--port takes a number from 0 to 65535.');
    const { revision, signed } = await readBuiltPack(dir);
    if (!signed) throw new UsageError(`${dir} was built without keys; the extension takes only signed packs.`);
    const served = await serveFolder(dir, undefined, port);
    const [root] = signed.delegation.roots;
    process.stdout.write(
      `${revision.manifest.title}, revision ${revision.revision}, root key ${showKeyId(root!.keyid)}\n${served.url}/pack.json#root=${writePublicKey(root!)}\n`,
    );
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    await served.close();
    return 0;
  },
};
