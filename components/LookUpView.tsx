import type { LookedUp } from '../lib/messages/reading.ts';
import type { Failure } from '../lib/messages/result.ts';
import type { NoteId } from '../lib/notes/note.ts';
import { label } from '../lib/text/messages.ts';
import { ClaimsHere, type ClaimsHereProps } from './ClaimsHere.tsx';
import { Finding } from './Finding.tsx';
import { NameRow } from './NamesTab.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import { Say } from './Say.tsx';
import { SearchField } from './SearchField.tsx';
import { useStrings } from './strings.ts';
import { heldFindingOf } from './view-models/claims.ts';
import { briefOf } from './view-models/names.ts';
import type { Reading } from './view-models/reading.ts';

/** What was looked up, and what is held on it; or why that is not known. */
export type LookUp = LookedUp | { readonly text: string; readonly failure: Failure };

export interface LookUpViewProps {
  readonly lookUp: LookUp;
  readonly when: Pick<Reading, 'date' | 'locale'>;
  /** Of the article the words were selected in, where they hold claims. */
  readonly here: ClaimsHereProps | null;
  readonly onSearch: (query: string) => void;
  readonly onClose: () => void;
  readonly onRetry?: (() => void) | undefined;
  /** The note that was opened from here and has been closed. */
  readonly back?: NoteId | null;
  readonly onOpen: (note: NoteId) => void;
}

function Held({
  found: { notes, checks },
  when,
  back,
  onOpen,
}: { found: LookedUp } & Pick<LookUpViewProps, 'when' | 'back' | 'onOpen'>) {
  const { locale } = useStrings();
  return (
    <>
      <h2 class="h">
        <Say text={label('look_up_notes')} /> <span>{notes.length}</span>
      </h2>
      {notes.length === 0 && (
        <p class="fine">
          <Say text={label('look_up_no_notes')} />
        </p>
      )}
      <ul class="rows tight">
        {notes.map((note) => (
          <NameRow
            key={note.id}
            item={{ name: note.name, kind: note.kind, state: 'note', detail: briefOf(note, when) }}
            focused={note.id === back}
            onPick={() => onOpen(note.id)}
          />
        ))}
      </ul>
      <h2 class="h">
        <Say text={label('look_up_checks')} /> <span>{checks.length}</span>
      </h2>
      <p class="fine">
        <Say text={label(checks.length === 0 ? 'look_up_no_checks' : 'look_up_checks_text')} />
      </p>
      <ul>
        {checks.map((check) => (
          <li class="claim" key={check.id}>
            <p class="claim-t">
              <bdi>{check.claim}</bdi>
            </p>
            <dl class="finds">
              <Finding finding={heldFindingOf(check, locale)} />
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is known of a text the reader selected: the article's claims in it, who is named, and the checks closest to it. */
export const LookUpView = ({ lookUp, when, here, onSearch, onClose, onRetry, back, onOpen }: LookUpViewProps) => (
  <div class="p-body search">
    <SearchField query="" hint={label('search_all')} onInput={onSearch} onClear={onClose} />
    <h1 class="h">
      <Say text={label('look_up_text')} />
    </h1>
    <blockquote class="looked-up">
      <bdi>{lookUp.text.replace(/\s+/g, ' ')}</bdi>
    </blockquote>
    {here && <ClaimsHere {...here} />}
    {'failure' in lookUp ? (
      <NoAnswer failure={lookUp.failure} onRetry={onRetry} />
    ) : (
      <Held found={lookUp} when={when} back={back ?? null} onOpen={onOpen} />
    )}
  </div>
);
