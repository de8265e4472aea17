/** What is held, as the background tells it to popup and settings: packs, their publishers, the store, and syncs. */
import type { Withdrawn } from '../packs/change-log.ts';
import type { Freshness } from '../packs/freshness.ts';
import type { SyncProgress } from '../packs/sync-state.ts';

/** What a pack's publisher is to this reader, and when it was and will be asked. Times are ISO 8601. */
export interface PackSource {
  readonly url: string;
  readonly host: string;
  /** The pinned root keys, as people compare them. */
  readonly keys: readonly string[];
  /** The reader has it not asked for. */
  readonly paused: boolean;
  /** When it was last heard. */
  readonly checked?: string;
  readonly next?: string;
  readonly failure?: PackFailure;
  readonly retired?: { readonly reason: string; readonly successor?: string };
}

/** Why the last sync of a pack failed. */
export interface PackFailure {
  readonly code: string;
  readonly message: string;
  readonly at: string;
  /** Said without being asked for: what is no news for a day, or until the third time, is not. */
  readonly told: boolean;
  /** Bytes, when there is not enough room. */
  readonly needed?: number;
  readonly free?: number;
  /** The host's status, when it answered with an error. */
  readonly status?: number;
}

/** One pack as it stands on this machine. */
export interface PackState {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Where errors are told: a page, a mail address or other words of the publisher. */
  readonly contact?: string;
  readonly licence: string;
  readonly languages: readonly string[];
  readonly revision: number;
  /** The publisher's date of the revision. */
  readonly date: string;
  readonly notes: number;
  readonly checks: number;
  /** Bytes stored. */
  readonly size: number;
  /** `bundled` came with the extension; `synced` was fetched from its publisher. */
  readonly from: 'bundled' | 'synced';
  readonly inUse: boolean;
  /** `null` for a pack of which no publisher's address is known: nobody is asked about it. */
  readonly source: PackSource | null;
  /** `null` where no publisher vouches for its age. */
  readonly freshness: Freshness | null;
  /** A part of it could not be read; the rest is used. */
  readonly damaged: boolean;
}

/** A pack that was added and has not been held yet. */
export interface PendingPack {
  readonly id: string;
  readonly title: string;
  readonly source: PackSource;
}

/**
 * Where notes are held. `memory` works in full and keeps nothing; the popup says so. `lost`: packs were held here once
 * and the browser deleted them; they are being fetched again, and `own` says what became of the reader's own notes.
 */
export type StoreState =
  | { readonly kind: 'indexeddb'; readonly lost?: { readonly own: 'kept' | 'restored' | 'lost' } }
  | { readonly kind: 'memory'; readonly why: string };

/** Everything that is held, as popup and settings show it. */
export interface Holdings {
  readonly packs: readonly PackState[];
  readonly pending: readonly PendingPack[];
  readonly store: StoreState;
  /** Statements that were on a card and are withdrawn, until the reader has read it. */
  readonly withdrawn: readonly Withdrawn[];
}

/** A pack at an address, verified, before anybody trusts it. */
export interface PackOffer {
  readonly id: string;
  readonly url: string;
  readonly host: string;
  readonly title: string;
  readonly publisher: string;
  readonly description?: string;
  readonly licence: string;
  readonly languages: readonly string[];
  readonly revision: number;
  readonly date: string;
  readonly notes: number;
  readonly checks: number;
  /** Bytes to be fetched. */
  readonly bytes: number;
  /** Root keys: as text, and as people compare them. */
  readonly keys: readonly { readonly key: string; readonly fingerprint: string }[];
  readonly knownBy: 'address' | 'first-use';
  readonly known?: 'added' | 'taken' | 'bundled' | 'removed' | 'other-keys';
}

/** Syncs that run or have ended since the background woke, by pack. */
export type SyncStates = Readonly<Record<string, SyncProgress>>;
