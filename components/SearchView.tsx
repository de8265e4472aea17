import type { Failure } from '../lib/messages/result.ts';
import type { Note, NoteId } from '../lib/notes/note.ts';
import { counted, type Label, label } from '../lib/text/messages.ts';
import { NameRow } from './NamesTab.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import { Say } from './Say.tsx';
import { SearchField } from './SearchField.tsx';
import { useStrings } from './strings.ts';
import { briefOf, findNames, type NameItem } from './view-models/names.ts';
import type { Reading } from './view-models/reading.ts';

/** Notes found in the packs, for the query they were found with; or why they could not be searched. */
export interface SearchResult {
  readonly query: string;
  readonly notes: readonly Note[];
  readonly failure?: Failure;
}

export interface SearchViewProps {
  readonly query: string;
  /** The names of the article that is open, if one is. */
  readonly items: readonly NameItem[];
  readonly result: SearchResult | null;
  readonly when: Pick<Reading, 'date' | 'locale'>;
  readonly onInput: (query: string) => void;
  readonly onClose: () => void;
  readonly onRetry: () => void;
  readonly onShow: (start: number) => void;
  /** The note that was opened from here and has been closed. */
  readonly back?: NoteId | null;
  readonly onOpen: (note: NoteId) => void;
}

const Heading = ({ text, count }: { text: Label; count: number }) => (
  <h2 class="h">
    <Say text={text} /> <span>{count}</span>
  </h2>
);

/** Over all notes; this article first. */
export function SearchView({
  query,
  items,
  result,
  when,
  onInput,
  onClose,
  onRetry,
  onShow,
  back,
  onOpen,
}: SearchViewProps) {
  const t = useStrings();
  const asked = query.trim() !== '';
  const here = asked ? findNames(items, query, t.text) : [];
  const failure = asked && result?.query === query ? result.failure : undefined;
  const found =
    asked && result?.query === query ? result.notes.filter((note) => !here.some((item) => item.note === note.id)) : [];
  return (
    <div class="p-body search">
      <SearchField query={query} hint={label('search_all')} onInput={onInput} onClear={onClose} focused />
      {here.length > 0 && (
        <>
          <Heading text={label('search_here')} count={here.length} />
          <ul class="rows tight">
            {here.map((item) => (
              <NameRow
                key={item.key}
                item={{ ...item, count: item.starts.length }}
                onPick={() => onShow(item.starts[0]!)}
              />
            ))}
          </ul>
        </>
      )}
      {failure && <NoAnswer failure={failure} onRetry={onRetry} />}
      {asked && !failure && (
        <>
          <Heading text={label('search_packs')} count={found.length} />
          <ul class="rows tight">
            {found.map((note) => (
              <NameRow
                key={note.id}
                item={{ name: note.name, kind: note.kind, state: 'note', detail: briefOf(note, when) }}
                focused={note.id === back}
                onPick={() => onOpen(note.id)}
              />
            ))}
          </ul>
          <p class={found.length === 0 ? 'fine' : 'vh'} role="status">
            {result?.query === query && (
              <Say text={found.length === 0 ? label('search_nothing') : counted('search_found', found.length)} />
            )}
          </p>
        </>
      )}
    </div>
  );
}
