import { useState } from 'preact/hooks';
import type { Result } from '../lib/messages/result.ts';
import type { OwnDraft, OwnNote } from '../lib/notes/own-note.ts';
import { label } from '../lib/text/messages.ts';
import { showDate } from '../lib/text/show-date.ts';
import { Icon, KIND_ICONS } from './Icon.tsx';
import { Section } from './OptionsSection.tsx';
import { OwnNoteForm } from './OwnNoteForm.tsx';
import { Press } from './Press.tsx';
import { SearchField } from './SearchField.tsx';
import { useStrings } from './strings.ts';

export interface OwnProps {
  readonly own: readonly OwnNote[];
  readonly onSaveOwn: (draft: OwnDraft) => Promise<Result<unknown>>;
  readonly onDeleteOwn: (id: string) => Promise<Result<unknown>>;
  readonly onExportOwn: () => void;
}

const EMPTY: OwnDraft = { id: null, kind: 'unit', name: '', note: null, text: '' };

function Row({ own, onEdit }: { own: OwnNote; onEdit: () => void }) {
  const t = useStrings();
  return (
    <li>
      <p class="row-h">
        <Icon path={KIND_ICONS[own.kind]} class={`g ${own.kind}`} label={t.text(label(`kind_${own.kind}`))} />
        <button type="button" class="t" onClick={onEdit}>
          <bdi>{own.name}</bdi>
        </button>
        <span class="r">{showDate(own.written.slice(0, 10), t.locale)}</span>
      </p>
      {own.text !== '' && (
        <p class="say sub mine">
          <bdi>{own.text}</bdi>
        </p>
      )}
    </li>
  );
}

/** The reader's own notes: found, written, changed, and kept as a file. */
export function Own({ own, onSaveOwn, onDeleteOwn, onExportOwn }: OwnProps) {
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<OwnDraft | null>(null);
  const close = (): void => setOpen(null);
  const words = query.trim().toLowerCase();
  const found = own.filter(({ name, text }) => `${name} ${text}`.toLowerCase().includes(words));
  return (
    <Section id="own" intro={label('options_own_intro')}>
      {open ? (
        <OwnNoteForm
          key={open.id ?? 'new'}
          draft={open}
          onSave={onSaveOwn}
          onClose={close}
          {...(open.id !== null && { onDelete: () => onDeleteOwn(open.id!) })}
        />
      ) : (
        <>
          {own.length > 0 && <SearchField query={query} hint={label('own_find')} onInput={setQuery} />}
          <ul class="rows">
            {found.map((one) => (
              <Row key={one.id} own={one} onEdit={() => setOpen(one)} />
            ))}
          </ul>
          <div class="acts">
            <Press kind="btn" text={label('own_write')} onPress={() => setOpen(EMPTY)} />
            {own.length > 0 && <Press kind="btn" text={label('own_export')} onPress={onExportOwn} />}
          </div>
        </>
      )}
    </Section>
  );
}
