import { useState } from 'preact/hooks';
import type { Holdings } from '../lib/messages/holdings.ts';
import { label, type Shown } from '../lib/text/messages.ts';
import { showSize } from '../lib/text/show-size.ts';
import { Section } from './OptionsSection.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { Sure } from './Sure.tsx';
import { useStrings } from './strings.ts';
import { failureText } from './view-models/failure.ts';

/** Privacy in a few lines, and the one thing that is remembered of reading. */
export const Privacy = ({ onForgetSeen }: { onForgetSeen: () => void }) => (
  <Section id="privacy">
    <ul class="rows">
      {['text', 'requests', 'store', 'seen'].map((line) => (
        <li key={line}>
          <p class="say">
            <Say text={label(`options_privacy_${line}`)} />
          </p>
        </li>
      ))}
    </ul>
    <div class="acts">
      <Press kind="btn" text={label('options_forget_seen')} onPress={onForgetSeen} />
    </div>
  </Section>
);

export interface DiagnosticsProps {
  readonly held: Holdings;
  readonly version: string;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onRebuild: () => void;
}

/** What is stored, what was asked, what went wrong; never a word of any page. */
export function Diagnostics({ held, version, onCopy, onRebuild }: DiagnosticsProps) {
  const { packs, pending, store } = held;
  const t = useStrings();
  const [copied, setCopied] = useState(false);
  const notes = packs.reduce((sum, pack) => sum + pack.notes, 0);
  const size = packs.reduce((sum, pack) => sum + pack.size, 0);
  const asked = [...packs, ...pending].flatMap(({ source }) => (source ? source.host : []));
  const failures = [...packs, ...pending].flatMap(({ title, source }) =>
    source?.failure
      ? label('list_dot', title, label('list_dot', source.failure.code, failureText(source.failure, t)))
      : [],
  );
  const rows: [string, Shown][] = [
    ['options_version', version],
    [
      'options_stored',
      store.kind === 'memory'
        ? label('options_stored_memory', store.why)
        : label('options_stored_indexeddb', showSize(size, t.locale)),
    ],
    ['options_names', notes.toLocaleString(t.locale)],
    ['options_asked', asked.length > 0 ? [...new Set(asked)].join(', ') : label('options_none')],
    ['options_last_failure', failures.at(-1) ?? label('options_none')],
  ];
  return (
    <Section id="diagnostics" intro={label('options_diagnostics_intro')}>
      <table>
        <tbody>
          {rows.map(([field, value]) => (
            <tr key={field}>
              <th scope="row">
                <Say text={label(field)} />
              </th>
              <td>
                <Say text={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="acts">
        <Press
          kind="btn"
          text={label(copied ? 'options_copied' : 'options_copy')}
          onPress={() =>
            void onCopy(rows.map(([field, value]) => `${t.text(label(field))}: ${t.text(value)}`).join('\n')).then(
              setCopied,
            )
          }
        />
        <Sure
          text={label('options_rebuild')}
          question={label('options_rebuild_sure')}
          yes={label('notice_rebuild')}
          no={label('add_cancel')}
          onYes={onRebuild}
        />
      </div>
    </Section>
  );
}
