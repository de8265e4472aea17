import type { ComponentChildren } from 'preact';
import { label, type Shown } from '../lib/text/messages.ts';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import type { NoticeAct, NoticeItem } from './view-models/notices.ts';
import type { ShownProgress } from './view-models/sync-state.ts';

interface NoticeProps {
  readonly heading: Shown;
  readonly lines: readonly Shown[];
  readonly children?: ComponentChildren;
}

/** What happened, what stays in use, one thing to do. Stands between switch and title and pushes, never covers. */
export const Notice = ({ heading, lines, children }: NoticeProps) => (
  <div class="notice" role="status">
    <h2>
      <Say text={heading} />
    </h2>
    {lines.map((line, at) => (
      <p key={at}>
        <Say text={line} />
      </p>
    ))}
    {children}
  </div>
);

/** Each with its buttons. */
export const Notices = ({ items, onAct }: { items: readonly NoticeItem[]; onAct: (act: NoticeAct) => void }) => (
  <>
    {items.map(({ key, heading, lines, acts }) => (
      <Notice key={key} heading={heading} lines={lines}>
        {acts.length > 0 && (
          <div class="acts">
            {acts.map(({ text, act }) => (
              <Press key={act.kind} kind="btn" text={text} onPress={() => onAct(act)} />
            ))}
          </div>
        )}
      </Notice>
    ))}
  </>
);

/** A bar of what has come of a sync, in words as well. */
export function Progress({ progress: { title, line, percent } }: { progress: ShownProgress }) {
  const t = useStrings();
  return (
    <>
      <div
        class="prog"
        role="progressbar"
        aria-label={t.text(label('sync_running', title))}
        aria-valuetext={t.text(line)}
        {...(percent === null ? {} : { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': percent })}
        style={`--v:${percent ?? 0}%`}
      >
        <i />
      </div>
      <p class="num">
        <Say text={line} />
      </p>
    </>
  );
}

/** The syncs that run, as notices. */
export const SyncNotices = ({ all }: { all: readonly ShownProgress[] }) => (
  <>
    {all.map((progress) => (
      <Notice key={progress.pack} heading={label('sync_running', progress.title)} lines={[]}>
        <Progress progress={progress} />
        {progress.inUse !== null && (
          <p>
            <Say text={label('sync_in_use', String(progress.inUse))} />
          </p>
        )}
      </Notice>
    ))}
  </>
);
