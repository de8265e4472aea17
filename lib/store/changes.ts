/**
 * What a new revision changed, told from the records themselves: those of segments that only the old or only the new
 * pointer names are compared. After a day's delta these are a few hundred; after a new base, all of them.
 */
import type { Fact, Note } from '../notes/note.ts';
import type { ChangeLog, Withdrawn } from '../packs/change-log.ts';
import { diffPacks, type RecordChange } from '../packs/diff.ts';
import { type PackRecord, toPack } from '../packs/pack.ts';
import { createSlices } from './give-way.ts';
import { MOST_CHANGES } from './history.ts';
import { createBlockReader, createPackView, type PackView } from './records.ts';
import { hashOfId } from './segment-index.ts';
import type { Store, StoredPack } from './store.ts';
import type { Seen } from './tables.ts';

/** Records compared in one go: what is held of them in memory meanwhile. */
const COMPARED_AT_ONCE = 200;

/** Names the step from what a pack was to what it is; `null` when nothing is known of before. */
export const changeKeyOf = ({ id, segments, previous }: StoredPack): string | null =>
  previous ? `${id} ${hashOfId([...previous.segments, '', ...segments].join()).toString(36)}` : null;

/** Which statement a fact is, whatever its wording and dates. */
export const factKey = ({ what, value }: Fact): number => hashOfId(`${what} ${value}`);

/** Statements of a note that were taken out and not replaced by another of their field. */
function statementsWithdrawn(was: Note, is: Note | undefined): Fact[] {
  if (!is) return [...was.facts];
  const [old, fresh] = [new Set(was.facts.map(factKey)), new Set(is.facts.map(factKey))];
  const replaced = new Map<string, number>();
  for (const fact of is.facts) {
    if (!old.has(factKey(fact))) replaced.set(fact.what, (replaced.get(fact.what) ?? 0) + 1);
  }
  return was.facts.filter((fact) => {
    if (fresh.has(factKey(fact))) return false;
    const left = replaced.get(fact.what) ?? 0;
    replaced.set(fact.what, left - 1);
    return left <= 0;
  });
}

/** What has to be told of one record to a reader who had it on a card. */
function toWithdrawn(
  was: PackRecord | undefined,
  is: PackRecord | undefined,
  reasons: readonly string[],
  seen: Seen | undefined,
  { id, revision }: StoredPack,
): Withdrawn | null {
  if (was?.type !== 'note' || !seen) return null;
  const now = is?.type === 'note' ? is.value : undefined;
  const gone = statementsWithdrawn(was.value, now).filter((fact) => seen.facts.includes(factKey(fact)));
  if (now && gone.length === 0) return null;
  return {
    key: `${id} ${was.value.id} ${revision.epoch}.${revision.revision}`,
    pack: id,
    title: revision.manifest.title,
    note: was.value.id,
    name: was.value.name,
    statements: now ? gone.map(({ text, value }) => text ?? value) : [],
    reasons,
    revision: revision.revision,
    date: revision.issued.slice(0, 10),
    seen: seen.day,
  };
}

const KINDS: readonly RecordChange['kind'][] = ['withdrawn', 'changed', 'added'];

async function idsIn(view: PackView, hashes: readonly string[]): Promise<Map<string, string>> {
  // A withdrawal's reason stands in it alone.
  const reasons = new Map<string, string>();
  const giveWay = createSlices();
  for (const hash of hashes) {
    for await (const { type, value } of view.within(hash)) {
      await giveWay();
      reasons.set(value.id, type === 'withdrawn' ? (value.reason ?? '') : (reasons.get(value.id) ?? ''));
    }
  }
  return reasons;
}

/** Compares what is live with what was before it. `null` when nothing is known of before. */
export async function changesOf(
  store: Store,
  pack: StoredPack,
  seen: ReadonlyMap<string, Seen>,
  now: number,
): Promise<{ log: ChangeLog; withdrawn: Withdrawn[] } | null> {
  const key = changeKeyOf(pack);
  const { previous } = pack;
  if (key === null || !previous) return null;
  const held = await store.segments([...pack.segments, ...previous.segments]);
  const read = createBlockReader(store);
  const ignore = (): void => {};
  const old = createPackView(previous.segments, held, read, ignore);
  const fresh = createPackView(pack.segments, held, read, ignore);
  const onlyIn = (some: readonly string[], others: readonly string[]): string[] =>
    some.filter((hash) => !others.includes(hash));
  const touched = new Map([
    ...(await idsIn(old, onlyIn(previous.segments, pack.segments))),
    ...(await idsIn(fresh, onlyIn(pack.segments, previous.segments))),
  ]);

  const changes: RecordChange[] = [];
  const counts = { added: 0, changed: 0, withdrawn: 0 };
  const told: Withdrawn[] = [];
  const ids = [...touched.keys()].sort();
  const giveWay = createSlices();
  for (let from = 0; from < ids.length; from += COMPARED_AT_ONCE) {
    const some = ids.slice(from, from + COMPARED_AT_ONCE);
    const before = new Map<string, PackRecord>();
    const after = new Map<string, PackRecord>();
    for (const id of some) {
      await giveWay();
      const [was, is] = [await old.find(id), await fresh.find(id)];
      if (was) before.set(id, was);
      if (is) after.set(id, is);
    }
    const { manifest } = pack.revision;
    for (const change of diffPacks(toPack(manifest, before.values()), toPack(manifest, after.values()))) {
      const { id, kind } = change;
      const reason = touched.get(id);
      const full = kind === 'withdrawn' && reason ? { ...change, reasons: [reason] } : change;
      counts[kind]++;
      changes.push(full);
      const one = toWithdrawn(before.get(id), after.get(id), full.reasons, seen.get(id), pack);
      if (one) told.push(one);
    }
    // The least telling ones go first: a new base may add thousands.
    changes.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)).splice(MOST_CHANGES);
  }
  const { revision } = pack;
  const log: ChangeLog = {
    key,
    pack: pack.id,
    revision: revision.revision,
    before: previous.revision,
    date: revision.issued.slice(0, 10),
    at: now,
    ...counts,
    changes,
  };
  return { log, withdrawn: told };
}
