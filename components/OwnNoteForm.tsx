import { useState } from 'preact/hooks';
import { ENTITY_KINDS } from '../lib/notes/note.ts';
import type { OwnDraft } from '../lib/notes/own-note.ts';
import { OWN_LIMITS } from '../lib/notes/own-note.ts';
import { label } from '../lib/text/messages.ts';
import { Choice } from './OptionsSection.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';

export interface OwnNoteFormProps {
  readonly draft: OwnDraft;
  readonly onSave: (draft: OwnDraft) => void;
  readonly onCancel: () => void;
  readonly onDelete?: () => void;
}

/** One note of the reader's own. What it is about is fixed once it is about a pack's note. */
export function OwnNoteForm({ draft, onSave, onCancel, onDelete }: OwnNoteFormProps) {
  const t = useStrings();
  const [now, setNow] = useState(draft);
  const isOwnName = draft.note === null;
  // A name of one's own may stand without words: it is marked where it is found.
  const isComplete = now.name.trim() !== '' && (isOwnName || now.text.trim() !== '');
  return (
    <form
      class="own"
      onSubmit={(event) => {
        event.preventDefault();
        const { id, kind, name, note, text } = now;
        if (isComplete) onSave({ id, kind, note, name: name.trim(), text: text.trim() });
      }}
    >
      {isOwnName ? (
        <>
          <label class="field">
            <span class="vh">
              <Say text={label('own_name')} />
            </span>
            <input
              type="text"
              dir="auto"
              value={now.name}
              maxLength={OWN_LIMITS.name}
              placeholder={t.text(label('own_name'))}
              onInput={(event) => setNow({ ...now, name: event.currentTarget.value })}
            />
          </label>
          <Choice
            of={ENTITY_KINDS}
            value={now.kind}
            name={(kind) => label(`kind_${kind}`)}
            onPick={(kind) => setNow({ ...now, kind })}
          />
        </>
      ) : (
        <h2>
          <bdi>{now.name}</bdi>
        </h2>
      )}
      <label>
        <span class="vh">
          <Say text={label('own_text')} />
        </span>
        <textarea
          dir="auto"
          value={now.text}
          maxLength={OWN_LIMITS.text}
          onInput={(event) => setNow({ ...now, text: event.currentTarget.value })}
        />
      </label>
      <p class="fine">
        <Say text={label('own_kept')} />
      </p>
      <div class="acts">
        <button type="submit" class="btn strong" disabled={!isComplete}>
          <Say text={label('own_save')} />
        </button>
        <Press kind="btn" text={label('own_cancel')} onPress={onCancel} />
        {onDelete && <Press kind="btn" text={label('own_delete')} onPress={onDelete} />}
      </div>
    </form>
  );
}
