/**
 * What a reader is told without asking, each with what stays in use and one thing to do: from what is held, as data. A
 * missed look at a publisher is none of it (see `isTold`).
 */
import type { Holdings, PackFailure, PackSource, PackState, PendingPack } from '../../lib/messages/holdings.ts';
import type { Withdrawn } from '../../lib/packs/change-log.ts';
import { type Label, label, type Messages, type Shown } from '../../lib/text/messages.ts';
import { showDate } from '../../lib/text/show-date.ts';
import { showSize } from '../../lib/text/show-size.ts';
import { showClock } from '../../lib/text/show-time.ts';
import { failureText } from './failure.ts';

/** What a notice's button asks for. */
export type NoticeAct =
  | { readonly kind: 'sync'; readonly pack: string | null }
  /** Opens the settings, at a pack or with an address to add. */
  | { readonly kind: 'settings'; readonly address?: string }
  | { readonly kind: 'repair'; readonly pack: string }
  /** Asks the browser for leave, then the pack's publisher. */
  | { readonly kind: 'allow'; readonly pack: string }
  | { readonly kind: 'rebuild' }
  | { readonly kind: 'dismiss-withdrawn'; readonly key: string }
  | { readonly kind: 'dismiss-lost' };

export interface NoticeItem {
  readonly key: string;
  readonly heading: Label;
  readonly lines: readonly Shown[];
  readonly acts: readonly { readonly text: Label; readonly act: NoticeAct }[];
}

const retry = (pack: string | null) => ({ text: label('notice_retry'), act: { kind: 'sync', pack } }) as const;
const settings = (key: string) => ({ text: label(key), act: { kind: 'settings' } }) as const;

/** The one thing to do about a failure. */
function actsOf(code: string, pack: string): NoticeItem['acts'] {
  switch (code) {
    case 'offline':
    case 'network':
    case 'timeout':
    case 'server':
    case 'portal':
    case 'missing':
    case 'damaged':
      return [retry(pack)];
    case 'signature':
    case 'root':
      return [settings('notice_compare')];
    case 'permission':
      return [{ text: label('notice_allow'), act: { kind: 'allow', pack } }];
    case 'quota':
      return [settings('notice_make_room')];
    case 'storage':
      return [{ text: label('notice_repair'), act: { kind: 'repair', pack } }];
    case 'too-new':
    case 'clock':
      return [];
    default:
      return [settings('notice_details')];
  }
}

/** What happened, with the numbers and names that belong to it. */
function sentenceOf({ code, needed, free, status, message }: PackFailure, { host }: PackSource, t: Messages): Shown {
  if (code === 'quota' && needed !== undefined && free !== undefined) {
    return label('notice_quota', showSize(needed, t.locale), showSize(free, t.locale));
  }
  if (code === 'server' && status !== undefined) return label('notice_server', host, String(status));
  if (code === 'network' || code === 'timeout') return label('notice_unreachable', host);
  return failureText({ code, message }, t);
}

/** A failure as it is shown beside its pack: what happened, and when it is tried again. */
export function failureLines(source: PackSource, now: number, t: Messages): Shown[] {
  const { failure, next } = source;
  if (!failure) return [];
  const again = next === undefined ? null : Date.parse(next);
  const sentence = sentenceOf(failure, source, t);
  // A time that is past has its attempt under way.
  return again === null || again <= now ? [sentence] : [sentence, label('notice_next', showClock(again, t.locale))];
}

const inUseLine = ({ revision, date }: PackState, t: Messages): Label =>
  label('notice_in_use', String(revision), showDate(date, t.locale));

function failureNotice(pack: PackState | PendingPack, now: number, t: Messages): NoticeItem[] {
  const { id, title, source } = pack;
  if (!source?.failure?.told) return [];
  return [
    {
      key: `failure ${id}`,
      heading: label('notice_not_updated', title),
      lines: [...failureLines(source, now, t), ...('revision' in pack ? [inUseLine(pack, t)] : [])],
      acts: actsOf(source.failure.code, id),
    },
  ];
}

function ageNotice(pack: PackState, now: number, t: Messages): NoticeItem[] {
  const { id, title, date, freshness, source } = pack;
  // The failure, where one is told, already says why.
  if (freshness === null || freshness === 'fresh' || source?.failure?.told) return [];
  const day = showDate(date, t.locale);
  const today = showDate(new Date(now).toISOString().slice(0, 10), t.locale);
  const [heading, line] =
    freshness === 'clock-wrong'
      ? [label('notice_clock'), label('notice_clock_text', today, day)]
      : freshness === 'old'
        ? [label('notice_old', title), label('notice_old_text', day, today)]
        : [label('notice_stale', title), label('notice_stale_text', day, today)];
  return [{ key: `age ${id}`, heading, lines: [line], acts: freshness === 'clock-wrong' ? [] : [retry(id)] }];
}

function endNotice({ id, title, source }: PackState): NoticeItem[] {
  const retired = source?.retired;
  if (!retired) return [];
  const { reason, successor } = retired;
  return [
    {
      key: `retired ${id}`,
      heading: label('notice_retired', title),
      lines: [reason, label('notice_retired_text')],
      // Offered, never followed by itself.
      acts:
        successor === undefined
          ? []
          : [{ text: label('notice_successor'), act: { kind: 'settings', address: successor } }],
    },
  ];
}

const damageNotice = ({ id, title, damaged }: PackState): NoticeItem[] =>
  damaged
    ? [
        {
          key: `damaged ${id}`,
          heading: label('notice_damaged', title),
          lines: [label('notice_damaged_text')],
          acts: [{ text: label('notice_repair'), act: { kind: 'repair', pack: id } }],
        },
      ]
    : [];

function storeNotice({ store }: Holdings): NoticeItem[] {
  if (store.kind === 'memory') {
    const broken = store.why === 'damaged';
    return [
      {
        key: 'memory',
        heading: label(broken ? 'notice_broken' : 'notice_memory'),
        lines: [label(broken ? 'notice_broken_text' : 'notice_memory_text')],
        acts: broken ? [{ text: label('notice_rebuild'), act: { kind: 'rebuild' } }] : [],
      },
    ];
  }
  if (!store.lost) return [];
  return [
    {
      key: 'lost',
      heading: label('notice_lost'),
      lines: [
        label('notice_lost_text'),
        ...(store.lost.own === 'kept' ? [] : [label(`notice_lost_own_${store.lost.own}`)]),
      ],
      acts: [retry(null), { text: label('notice_understood'), act: { kind: 'dismiss-lost' } }],
    },
  ];
}

const withdrawnNotice = (
  { key, title, name, statements, reasons, revision, date, seen }: Withdrawn,
  { locale }: Messages,
): NoticeItem => ({
  key: `withdrawn ${key}`,
  heading: label('notice_withdrawn', name),
  lines: [
    ...(statements.length === 0
      ? [label('notice_withdrawn_note')]
      : statements.map((statement) => label('notice_withdrawn_statement', statement))),
    ...reasons,
    label('notice_withdrawn_where', title, String(revision), showDate(date, locale), showDate(seen, locale)),
  ],
  acts: [{ text: label('notice_understood'), act: { kind: 'dismiss-withdrawn', key } }],
});

/** Everything there is to tell, what the reader can do least without first. */
export function noticesOf(held: Holdings, now: number, t: Messages): NoticeItem[] {
  return [
    ...storeNotice(held),
    ...held.withdrawn.map((one) => withdrawnNotice(one, t)),
    ...held.packs.flatMap((pack) => [
      ...damageNotice(pack),
      ...failureNotice(pack, now, t),
      ...ageNotice(pack, now, t),
      ...endNotice(pack),
    ]),
    ...held.pending.flatMap((pack) => failureNotice(pack, now, t)),
  ];
}
