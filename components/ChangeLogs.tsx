import type { ChangeLog } from '../lib/packs/change-log.ts';
import type { FieldChange, RecordChange } from '../lib/packs/diff.ts';
import { counted, label, type Shown } from '../lib/text/messages.ts';
import { showDate } from '../lib/text/show-date.ts';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';

/** A field before and after; of the two, what there is. */
const Field = ({ change: { field, before, after } }: { change: FieldChange }) => (
  <li>
    <span class="fine">{field.replace(/^facts /, '')}</span>{' '}
    {before !== undefined && (
      <del>
        <bdi>{before}</bdi>
      </del>
    )}{' '}
    {after !== undefined && <bdi>{after}</bdi>}
  </li>
);

const Change = ({ change: { kind, name, id, fields, reasons } }: { change: RecordChange }) => (
  <div>
    <p>
      <ins>
        <Say text={label(`changes_${kind}`)} />
      </ins>{' '}
      {kind === 'withdrawn' ? (
        <del>
          <bdi>{name}</bdi>
        </del>
      ) : (
        <bdi>{name}</bdi>
      )}
    </p>
    {fields.length > 0 && (
      <ul>
        {fields.map((field, at) => (
          <Field key={at} change={field} />
        ))}
      </ul>
    )}
    {reasons.map((reason, at) => (
      <p class="say" key={at}>
        <bdi>{reason}</bdi>
      </p>
    ))}
    <p class="prov">{id}</p>
  </div>
);

function Log({ log }: { log: ChangeLog }) {
  const { locale } = useStrings();
  const { revision, before, date, added, changed, withdrawn, changes } = log;
  const sum = added + changed + withdrawn;
  const counts: Shown = label('changes_counts', String(added), String(changed), String(withdrawn));
  return (
    <>
      <p class="fine">
        <Say text={label('changes_heading', String(revision), showDate(date, locale), String(before))} />{' '}
        <Say text={counts} />
      </p>
      <div class="log">
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
        {sum > changes.length && (
          <p class="fine">
            <Say text={counted('changes_more', sum - changes.length)} />
          </p>
        )}
      </div>
    </>
  );
}

/** What the last revisions changed; `null` while it is looked up. */
export function ChangeLogs({ logs }: { logs: readonly ChangeLog[] | null }) {
  if (logs === null) return null;
  if (logs.length === 0)
    return (
      <p class="fine">
        <Say text={label('changes_none')} />
      </p>
    );
  return (
    <>
      {logs.map((log) => (
        <Log key={log.key} log={log} />
      ))}
    </>
  );
}
