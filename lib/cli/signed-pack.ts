/** The starter pack as a publisher would put it on a host, signed with keys made for the moment, for trying out syncing. */
import { rm } from 'node:fs/promises';
import { DELEGATION_TYPE, encodeDelegation } from '../packs/delegation.ts';
import { generateKey, sign, writePublicKey } from '../packs/keys.ts';
import { nextRevision } from '../packs/publish.ts';
import { STARTER_PACK } from './knowledge.ts';
import { loadPack } from './load-pack.ts';
import { issuedAt, publish, signedPackFile } from './publication.ts';
import { type Served, serveFolder } from './serve-folder.ts';

const EPOCH = 1;

/** Publishes into `folder`, which is made anew, and serves it; `address` is what a reader adds, with the root key in it. */
export async function serveSignedPack(folder: string): Promise<{ served: Served; address: string }> {
  await rm(folder, { recursive: true, force: true });
  const pack = await loadPack(STARTER_PACK);
  const [{ key: root }, { key }] = await Promise.all([generateKey(), generateKey()]);
  const issued = issuedAt(undefined);
  const delegation = {
    pack: pack.manifest.id,
    epoch: EPOCH,
    keys: [key],
    threshold: 1,
    roots: [root],
    notAfter: issuedAt(new Date(Date.parse(issued) + 86_400_000).toISOString()),
  };
  const envelope = await sign(DELEGATION_TYPE, encodeDelegation(delegation), [root]);
  const publication = await nextRevision(pack, { epoch: EPOCH, issued });
  await publish(folder, publication, await signedPackFile(publication.revision, { delegation, envelope }, [key]), pack);
  const served = await serveFolder(folder);
  return { served, address: `${served.url}/pack.json#root=${writePublicKey(root)}` };
}
