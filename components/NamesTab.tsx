import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { label } from '../lib/text/messages.ts';
import { Dotted } from './Dotted.tsx';
import { Icon, KIND_ICONS } from './Icon.tsx';
import { Name } from './Name.tsx';
import { Say } from './Say.tsx';
import { SearchField } from './SearchField.tsx';
import { useStrings } from './strings.ts';
import { useFocus } from './use-focus.ts';
import { type NameItem, toNameGroups } from './view-models/names.ts';

/** A name with its line, what it is, and how often it stands in the article. */
export function NameRow({
  item,
  focused = false,
  onPick,
}: {
  item: Pick<NameItem, 'name' | 'kind' | 'state' | 'detail'> & { count?: number };
  /** What was opened from it has been closed. */
  focused?: boolean;
  onPick: () => void;
}) {
  const t = useStrings();
  return (
    <li>
      <p class="row-h">
        <Icon path={KIND_ICONS[item.kind]} class={`g ${item.kind}`} label={t.text(label(`kind_${item.kind}`))} />
        <button ref={useFocus<HTMLButtonElement>(focused)} type="button" class="t" onClick={onPick}>
          <Name text={item.name} kind={item.state === 'no-note' ? null : item.kind} />
        </button>
        {item.count !== undefined && item.count > 1 && (
          <span class="r">
            <Say text={label('names_times', String(item.count))} />
          </span>
        )}
      </p>
      {item.detail.length > 0 && (
        <div class="sub">
          <p class="fine joined">
            <Dotted all={item.detail} />
          </p>
        </div>
      )}
    </li>
  );
}

export interface NamesTabProps {
  readonly items: readonly NameItem[];
  readonly onSearch: (query: string) => void;
  readonly onShow: (start: number) => void;
}

/** All names by kind; pressing one again goes on to its next mention. */
export function NamesTab({ items, onSearch, onShow }: NamesTabProps) {
  const [pressed, setPressed] = useState<Readonly<Record<string, number>>>({});

  function pick(item: NameItem): void {
    const turn = pressed[item.key] ?? 0;
    setPressed({ ...pressed, [item.key]: turn + 1 });
    onShow(item.starts[turn % item.starts.length]!);
  }

  return (
    <>
      <SearchField query="" hint={label('names_find')} onInput={onSearch} />
      {toNameGroups(items).map((group) => (
        <Fragment key={group.heading.key}>
          <h2 class="h">
            <Say text={group.heading} /> <span>{group.items.length}</span>
          </h2>
          <ul class="rows tight">
            {group.items.map((item) => (
              <NameRow key={item.key} item={{ ...item, count: item.starts.length }} onPick={() => pick(item)} />
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}
