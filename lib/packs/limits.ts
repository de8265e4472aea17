/** What a reader accepts. FORMAT.md has the same table; a pack beyond any of these is refused as a whole. */
export const LIMITS = {
  /** pack.json, in bytes: it is asked for many times a day by every reader. */
  packJson: 64 * 1024,
  signatures: 8,
  parts: 64,
  deltas: 64,
  /** One segment as stored: what a broken download costs at most. */
  segment: 1_500_000,
  segmentRaw: 8_000_000,
  /**
   * One gzip block: Chromium writes IndexedDB values above 64 KiB to loose files, which cleaners delete
   * (https://github.com/dexie/Dexie.js/issues/1309).
   */
  block: 60_000,
  blockRaw: 512 * 1024,
  blocks: 4096,
  stored: 64_000_000,
  raw: 200_000_000,
  records: 200_000,
  aliases: 600_000,
  /** One record as JSON, which publishers keep to; readers are bound by the caps of its fields and by its block. */
  record: 32 * 1024,
  /** Share of a segment's records that may be unreadable before the segment is refused. */
  unreadable: 0.01,
} as const;

/** Raised when the published form changes in a way older readers cannot take. */
export const FORMAT = 1;
