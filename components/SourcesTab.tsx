import { Fragment } from 'preact';
import { counted, label, type Shown } from '../lib/text/messages.ts';
import type { Span } from '../lib/text/span.ts';
import { Dotted } from './Dotted.tsx';
import { Icon, KIND_ICONS, NO_ONE } from './Icon.tsx';
import { Name } from './Name.tsx';
import { Origins } from './Origins.tsx';
import { Provs } from './Prov.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { toOrigins } from './view-models/origins.ts';
import type { Reading } from './view-models/reading.ts';
import type { SourceItem } from './view-models/source-item.ts';
import { sourcesLead, toSourceGroups } from './view-models/sources.ts';

const NONE_STATED = label('sources_none_stated');

/** Is, Here, Stake: the same three fields for every source; an empty one says so. */
function Facts({ item }: { item: SourceItem }) {
  const printed = item.printed === null ? [] : [label('card_printed', item.printed)];
  const rows: [string, readonly Shown[]][] = [
    ['sources_is', item.is.length > 0 ? [...item.is, ...printed] : [label('sources_no_note')]],
    ['sources_here', [item.here ?? NONE_STATED]],
    ['sources_stake', [item.stake ?? NONE_STATED]],
  ];
  return (
    <dl class="facts">
      {rows.map(([field, value]) => (
        <Fragment key={field}>
          <dt>
            <Say text={label(field)} />
          </dt>
          <dd class="joined">
            <Dotted all={value} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Head({ item, onShow }: { item: SourceItem; onShow: (span: Span) => void }) {
  const t = useStrings();
  const kind = item.group === 'vague' || item.group === 'other' ? null : item.group;
  return (
    <p class="row-h">
      {kind ? (
        <Icon path={KIND_ICONS[kind]} class={`g ${kind}`} label={t.text(label(`kind_${kind}`))} />
      ) : (
        <Icon path={item.group === 'vague' ? NO_ONE : KIND_ICONS.official} class="g other" />
      )}
      <button type="button" class={`t ${item.group}`} onClick={() => onShow(item.span)}>
        {item.group === 'vague' ? (
          <bdi>{item.name}</bdi>
        ) : (
          <Name text={item.name} kind={item.note === null ? null : kind} />
        )}
      </button>
      <span class="r">
        <Say text={counted('sources_claims', item.claims.length)} />
      </span>
    </p>
  );
}

const Row = ({ item, onShow }: { item: SourceItem; onShow: (span: Span) => void }) => (
  <li>
    <Head item={item} onShow={onShow} />
    <div class="sub">
      {item.group === 'vague' ? (
        <p class="fine">
          <Say text={label('sources_vague_row')} />
        </p>
      ) : (
        <Facts item={item} />
      )}
      <Provs all={item.provenance} />
    </div>
  </li>
);

/** Who the claims rest on: the count of origins first, then the drawing, then each source. */
export function SourcesTab({
  items,
  reading,
  onShow,
}: {
  items: readonly SourceItem[];
  reading: Reading;
  onShow: (span: Span) => void;
}) {
  const { origins, covered, view } = toOrigins(items, reading);
  return (
    <>
      <p class="lead">
        <Say text={sourcesLead(items.length, origins, covered)} />
      </p>
      {view && <Origins view={view} />}
      {toSourceGroups(items).map((group) => (
        <Fragment key={group.heading.key}>
          <h2 class="h">
            <Say text={group.heading} />
          </h2>
          <ul class="rows">
            {group.items.map((item) => (
              <Row key={item.key} item={item} onShow={onShow} />
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}
