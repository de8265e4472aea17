/** Keys of the browser's session memory that the background shares with pages of ours. It is gone with the browser. */
export const SESSION = {
  /** The syncs as they stand: `SyncStates`. */
  syncs: 'syncs',
  /** What the window for an own note was opened for. */
  ownAbout: 'own:about',
} as const;
