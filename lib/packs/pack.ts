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

/** A pack as the engine and the store take it; records are in the order of their ids. */
export interface Pack {
  readonly manifest: PackManifest;
  readonly notes: readonly Note[];
  readonly checks: readonly Check[];
  readonly origins: readonly Origin[];
}

export type PackRecord =
  | { readonly type: 'note'; readonly value: Note }
  | { readonly type: 'check'; readonly value: Check }
  | { readonly type: 'origin'; readonly value: Origin };
