import type { Check, Origin } from '../checks/check.ts';
import type { Note } from '../notes/note.ts';
import type { PartialDate } from '../text/partial-date.ts';

/** What a pack says of itself. */
export interface PackManifest {
  /** `a-z 0-9 . _ -`. */
  readonly id: string;
  readonly title: string;
  readonly publisher: { readonly name: string; readonly url?: string };
  /** Of the notes: an SPDX name or a https address; empty when the pack states none. */
  readonly licence: string;
  /** BCP 47. */
  readonly languages: readonly string[];
  /** Where a correction is sent: an address or a https page; empty when the pack states none. */
  readonly contact: string;
  readonly description?: string;
  /** The day this edition was closed. */
  readonly date?: PartialDate;
}

/** A record that was taken back: it hides the record of that id, and tells why. */
export interface Withdrawal {
  /** Of the record taken back. */
  readonly id: string;
  readonly date?: PartialDate;
  readonly reason?: string;
}

/** A pack as the engine and the store take it; records are in the order of their ids. */
export interface Pack {
  readonly manifest: PackManifest;
  readonly notes: readonly Note[];
  readonly checks: readonly Check[];
  readonly origins: readonly Origin[];
  readonly withdrawals: readonly Withdrawal[];
}

export type PackRecord =
  | { readonly type: 'note'; readonly value: Note }
  | { readonly type: 'check'; readonly value: Check }
  | { readonly type: 'origin'; readonly value: Origin }
  | { readonly type: 'withdrawn'; readonly value: Withdrawal };

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** A pack from its records, in the order of their ids. */
export function toPack(manifest: PackManifest, records: Iterable<PackRecord>): Pack {
  const notes: Note[] = [];
  const checks: Check[] = [];
  const origins: Origin[] = [];
  const withdrawals: Withdrawal[] = [];
  for (const { type, value } of records) {
    if (type === 'note') notes.push(value);
    else if (type === 'check') checks.push(value);
    else if (type === 'origin') origins.push(value);
    else withdrawals.push(value);
  }
  return {
    manifest,
    notes: notes.sort(byId),
    checks: checks.sort(byId),
    origins: origins.sort(byId),
    withdrawals: withdrawals.sort(byId),
  };
}

/** Every record of a pack. */
export function* recordsOf(pack: Pack): Generator<PackRecord> {
  for (const value of pack.notes) yield { type: 'note', value };
  for (const value of pack.checks) yield { type: 'check', value };
  for (const value of pack.origins) yield { type: 'origin', value };
  for (const value of pack.withdrawals) yield { type: 'withdrawn', value };
}
