/**
 * What can go wrong with a pack, as a closed list: one code, one sentence, one end. Views show `pack_error_<code>` of
 * `_locales`; the message here is the same in English, for terminals and diagnostics.
 */
export type PackErrorCode =
  /** The source folder or its pack.yaml cannot be read. */
  | 'source'
  /** A file the pack names is not there. */
  | 'missing'
  /** Not the length or not the hash that the signed list gives. */
  | 'damaged'
  /** Right bytes that are no pack, or not one this reader knows. */
  | 'format'
  /** A pack made for a newer reader. */
  | 'too-new'
  /** More than a reader accepts. */
  | 'limits'
  /** A publication that looks like an accident: far fewer records than before, a date before the last. */
  | 'accident'
  /** Not signed by a key of the publisher. */
  | 'signature'
  /** The publisher's root key is not the one that was pinned. */
  | 'root'
  /** Older than what was once accepted. */
  | 'rollback'
  /** Same revision, other content. */
  | 'fork'
  | 'offline'
  | 'network'
  | 'timeout'
  /** The host answered with an error. */
  | 'server'
  /** A web page came instead of the file: the network's log-in page, most often. */
  | 'portal'
  /** The browser does not let the program ask the host. */
  | 'permission'
  | 'quota'
  | 'storage'
  | 'clock'
  | 'cancelled';

export interface PackErrorDetail {
  readonly pack?: string;
  readonly file?: string;
  /** Bytes needed and free, for `quota`. */
  readonly needed?: number;
  readonly free?: number;
  /** Seconds the host asked to wait, for `server`. */
  readonly retryAfter?: number;
  readonly status?: number;
  /** When a revision that was refused for being old was issued. */
  readonly issued?: string;
  readonly cause?: unknown;
}

/** Every failure of a pack. `message` is one plain sentence. */
export class PackError extends Error {
  override readonly name = 'PackError';
  readonly code: PackErrorCode;
  readonly detail: PackErrorDetail;

  constructor(code: PackErrorCode, message: string, detail: PackErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.detail = detail;
  }
}
