import { useState } from 'preact/hooks';
import type { PackState, StoreState } from '../lib/messages/protocol.ts';
import { label, type Shown } from '../lib/text/messages.ts';
import { Section } from './OptionsSection.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { failureText } from './view-models/failure.ts';

/** Privacy in three lines. */
export const Privacy = () => (
  <Section id="privacy">
    <ul class="rows">
      {['text', 'requests', 'store'].map((line) => (
        <li key={line}>
          <p class="say">
            <Say text={label(`options_privacy_${line}`)} />
          </p>
        </li>
      ))}
    </ul>
  </Section>
);

export interface DiagnosticsProps {
  readonly packs: readonly PackState[];
  readonly store: StoreState;
  readonly version: string;
  readonly onCopy: (text: string) => void;
}

/** What is stored, what was asked, what went wrong; never a word of any page. */
export function Diagnostics({ packs, store, version, onCopy }: DiagnosticsProps) {
  const t = useStrings();
  const [copied, setCopied] = useState(false);
  const notes = packs.reduce((sum, pack) => sum + pack.notes, 0);
  const failures = packs.flatMap(({ title, failure }) =>
    failure ? label('list_dot', title, failureText(failure, t)) : [],
  );
  const rows: [string, Shown][] = [
    ['options_version', version],
    [
      'options_stored',
      store.kind === 'memory' ? label('options_stored_memory', store.why) : label('options_stored_indexeddb'),
    ],
    ['options_names', notes.toLocaleString(t.locale)],
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
          onPress={() => {
            onCopy(rows.map(([field, value]) => `${t.text(label(field))}: ${t.text(value)}`).join('\n'));
            setCopied(true);
          }}
        />
      </div>
    </Section>
  );
}
