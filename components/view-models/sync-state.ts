/** The state of the packs in the popup's last line, and of a sync while it runs. */
import type { Holdings, PackState, SyncStates } from '../../lib/messages/holdings.ts';
import type { SyncProgress } from '../../lib/packs/sync-state.ts';
import { counted, type Label, label } from '../../lib/text/messages.ts';
import { showDate } from '../../lib/text/show-date.ts';
import { showSize } from '../../lib/text/show-size.ts';
import { showAgo } from '../../lib/text/show-time.ts';
import { amount } from './amount.ts';

export const isRunning = ({ phase }: SyncProgress): boolean => phase !== 'idle';

/** A pack's sync as it is drawn: its words, and how far it has come. */
export interface ShownProgress {
  readonly pack: string;
  readonly title: string;
  /** "Part 3 of 5 · 1.2 of 2.0 MB" */
  readonly line: Label;
  /** Per cent; `null` while nothing can be counted. */
  readonly percent: number | null;
  /** What serves until the new revision is whole; `null` for a pack that is new here. */
  readonly inUse: number | null;
}

function lineOf(progress: SyncProgress, locale: string): Label {
  const { phase, parts, partsDone, bytes, bytesDone } = progress;
  if (phase === 'asking') return label('sync_asking');
  if (phase === 'installing') return label('sync_installing');
  if (parts === 0) return label('sync_nothing_to_fetch');
  return label(
    'sync_part',
    String(Math.min(parts, partsDone + 1)),
    String(parts),
    showSize(bytesDone, locale),
    showSize(bytes, locale),
  );
}

/** The syncs that run now. */
export function progressOf(
  states: SyncStates,
  held: Pick<Holdings, 'packs' | 'pending'>,
  locale: string,
): ShownProgress[] {
  return Object.entries(states).flatMap(([id, progress]) => {
    if (!isRunning(progress)) return [];
    const pack = held.packs.find((each) => each.id === id);
    const title = pack?.title ?? held.pending.find((each) => each.id === id)?.title ?? id;
    const { phase, bytes, bytesDone } = progress;
    const percent = phase === 'installing' ? 100 : bytes > 0 ? Math.floor((100 * bytesDone) / bytes) : null;
    return { pack: id, title, line: lineOf(progress, locale), percent, inUse: pack?.revision ?? null };
  });
}

/** When the publishers were last heard: the longest ago counts. */
function lastHeard(packs: readonly PackState[]): number | null {
  const times = packs.flatMap(({ source }) =>
    source ? [source.checked === undefined ? 0 : Date.parse(source.checked)] : [],
  );
  const oldest = Math.min(...times);
  return times.length === 0 || oldest === 0 ? null : oldest;
}

/** "2 packs · checked 2 hours ago", or what the pack is when nobody can be asked about it. */
export function packsLine({ packs, pending }: Pick<Holdings, 'packs' | 'pending'>, now: number, locale: string): Label {
  const all = packs.length + pending.length;
  const failing = [...packs, ...pending].filter(({ source }) => source?.failure?.told).length;
  if (failing > 0) return counted('packs_not_updated', all, String(failing));
  const heard = lastHeard(packs);
  if (heard !== null) return counted('packs_checked', all, showAgo(heard, now, locale));
  const [only] = packs;
  const notes = amount(
    'notes_count',
    packs.reduce((sum, pack) => sum + pack.notes, 0),
    locale,
  );
  if (only && all === 1) return label(`pack_line_${only.from}`, only.title, showDate(only.date, locale), notes);
  return counted('packs_several', all, notes);
}

/** Whether any publisher can be asked. */
export const canSync = ({ packs, pending }: Pick<Holdings, 'packs' | 'pending'>): boolean =>
  [...packs, ...pending].some(({ source }) => source !== null && !source.paused && !source.retired);
