import { type Bytes, toBytes } from '../../../lib/packs/bytes.ts';
import { DELEGATION_TYPE, type Delegation, encodeDelegation } from '../../../lib/packs/delegation.ts';
import { type Envelope, encodeEnvelope } from '../../../lib/packs/envelope.ts';
import { generateKey, type SigningKey, sign } from '../../../lib/packs/keys.ts';
import type { Pack } from '../../../lib/packs/pack.ts';
import { nextRevision, type PublishOptions, toPackFile } from '../../../lib/packs/publish.ts';
import { encodeRevision, fileOf, type PackRevision, REVISION_TYPE } from '../../../lib/packs/revision.ts';

/** A publisher with its keys and its folder, for tests that need everything signed as it would be, or not quite. */
export class Publisher {
  readonly files = new Map<string, Bytes>();
  root!: SigningKey;
  key!: SigningKey;
  revision: PackRevision | undefined;
  /** Everything that was ever published, oldest first: what a reader may see. */
  readonly published: Pack[] = [];
  epoch = 1;
  pack = 'example';
  /** Overrides for the next delegation. */
  delegated: Partial<Delegation> = {};

  static async create(): Promise<Publisher> {
    const publisher = new Publisher();
    publisher.root = (await generateKey()).key;
    publisher.key = (await generateKey()).key;
    return publisher;
  }

  readonly read = async (path: string): Promise<Bytes> => {
    const bytes = this.files.get(path);
    if (!bytes) throw new Error(`no ${path}`);
    return bytes;
  };

  delegation(): Delegation {
    return {
      pack: this.pack,
      epoch: this.epoch,
      keys: [this.key],
      threshold: 1,
      roots: [this.root],
      notAfter: '2028-01-01T00:00:00Z',
      ...this.delegated,
    };
  }

  delegationEnvelope(keys: readonly SigningKey[] = [this.root]): Promise<Envelope> {
    return sign(DELEGATION_TYPE, encodeDelegation(this.delegation()), keys);
  }

  /** Publishes the pack as its next revision. */
  async publish(pack: Pack, issued: string, options: Partial<PublishOptions> = {}): Promise<PackRevision> {
    const previous = this.revision && { revision: this.revision, read: this.read };
    const { revision, segments } = await nextRevision(pack, {
      epoch: this.epoch,
      issued,
      ...(previous && { previous }),
      ...options,
    });
    for (const segment of segments) this.files.set(fileOf(segment), segment.bytes);
    this.revision = revision;
    this.published.push(pack);
    this.files.set('pack.json', await this.packFile(revision));
    return revision;
  }

  async packFile(revision: PackRevision, keys: readonly SigningKey[] = [this.key]): Promise<Bytes> {
    return toPackFile(revision, await this.delegationEnvelope(), keys);
  }

  /** A pack.json put together by hand. */
  async packFileOf(parts: { delegation?: Envelope; revision?: Envelope; payload?: Bytes }): Promise<Bytes> {
    const delegation = parts.delegation ?? (await this.delegationEnvelope());
    const payload = parts.payload ?? encodeRevision(this.revision!);
    const revision = parts.revision ?? (await sign(REVISION_TYPE, payload, [this.key]));
    return toBytes(JSON.stringify({ delegation: encodeEnvelope(delegation), revision: encodeEnvelope(revision) }));
  }
}
