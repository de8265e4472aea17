import { useState } from 'preact/hooks';
import type { Result } from '../lib/messages/result.ts';
import { ENTITY_KINDS } from '../lib/notes/note.ts';
import type { OwnDraft } from '../lib/notes/own-note.ts';
import { OWN_LIMITS } from '../lib/notes/own-note.ts';
import { label } from '../lib/text/messages.ts';
import { NotDone, type Undone } from './NotDone.tsx';
import { Choice } from './OptionsSection.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { Sure } from './Sure.tsx';
import { useStrings } from './strings.ts';

export interface OwnNoteFormProps {
  readonly draft: OwnDraft;
  /** What came of it is awaited: words are not thrown away because the store was full. */
  readonly onSave: (draft: OwnDraft) => Promise<Result<unknown>>;
  readonly onDelete?: () => Promise<Result<unknown>>;
  /** Saved, deleted, or given up. */
  readonly onClose: () => void;
}

/** One note of the reader's own. What it is about is fixed once it is about a pack's note. */
export function OwnNoteForm({ draft, onSave, onDelete, onClose }: OwnNoteFormProps) {
  const t = useStrings();
  const [now, setNow] = useState(draft);
  const [undone, setUndone] = useState<Undone | null>(null);
  const isOwnName = draft.note === null;
  // A name of one's own may stand without words: it is marked where it is found.
  const isComplete = now.name.trim() !== '' && (isOwnName || now.text.trim() !== '');
  async function close(what: string, answer: Promise<Result<unknown>>): Promise<void> {
    const result = await answer;
    if (result.ok) onClose();
    else setUndone({ what: label(what), failure: result.failure });
  }
  return (
    <form
      class="own"
      onSubmit={(event) => {
        event.preventDefault();
        const { id, kind, name, note, text } = now;
        if (isComplete) void close('undone_own', onSave({ id, kind, note, name: name.trim(), text: text.trim() }));
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
        <Press kind="btn" text={label('own_cancel')} onPress={onClose} />
        {onDelete && (
          <Sure
            text={label('own_delete')}
            question={label('own_delete_sure')}
            yes={label('own_delete')}
            no={label('options_remove_no')}
            onYes={() => void close('undone_own_delete', onDelete())}
          />
        )}
      </div>
      {undone && <NotDone undone={undone} onRead={() => setUndone(null)} />}
    </form>
  );
}
