import { Fragment } from 'preact';
import type { PackState } from '../lib/messages/protocol.ts';
import { label, type Shown } from '../lib/text/messages.ts';
import { showDate } from '../lib/text/show-date.ts';
import { Section } from './OptionsSection.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { failureText } from './view-models/failure.ts';

function Pack({ pack }: { pack: PackState }) {
  const t = useStrings();
  const count = (value: number): string => value.toLocaleString(t.locale);
  const rows: [string, Shown][] = [
    ['options_revision', label('options_revision_value', String(pack.revision), showDate(pack.date, t.locale))],
    ['options_holds', label('options_holds_value', count(pack.notes), count(pack.checks))],
    ['options_from', label(`options_from_${pack.from}`)],
  ];
  if (pack.checked !== undefined) rows.push(['options_checked', showDate(pack.checked.slice(0, 10), t.locale)]);
  if (pack.failure) rows.push(['options_failure', failureText(pack.failure, t)]);
  return (
    <div class="pack">
      <div>
        <h3>
          <bdi>{pack.title}</bdi>
        </h3>
        <p class="fine">
          <Say text={label('options_publisher', pack.publisher, pack.licence)} />
        </p>
        <dl>
          {rows.map(([field, value]) => (
            <Fragment key={field}>
              <dt>
                <Say text={label(field)} />
              </dt>
              <dd>
                <Say text={value} />
              </dd>
            </Fragment>
          ))}
        </dl>
      </div>
    </div>
  );
}

/** The packs in use and how each stands. */
export const Packs = ({ packs }: { packs: readonly PackState[] }) => (
  <Section id="packs" intro={label('options_packs_intro')}>
    {packs.map((pack) => (
      <Pack key={pack.id} pack={pack} />
    ))}
  </Section>
);
