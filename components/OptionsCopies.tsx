import type { Failure } from '../lib/messages/result.ts';
import { counted, label, type Shown } from '../lib/text/messages.ts';
import { showDate } from '../lib/text/show-date.ts';
import { Section } from './OptionsSection.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { amount } from './view-models/amount.ts';
import { failureText } from './view-models/failure.ts';

/** A pack in a file, verified: what the reader is asked about before it is taken. */
export interface CopiedPack {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly host: string;
  readonly revision: number;
  readonly date: string;
  readonly fingerprints: readonly string[];
  /** `new` here, `newer` or `older` than what is held, or of `other-keys` than those trusted here. */
  readonly standing: 'new' | 'newer' | 'older' | 'other-keys';
}

/** Where the reading of a file stands. */
export type CopyState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'read';
      readonly packs: readonly CopiedPack[];
      readonly own: number;
      /** What could not be read, and is left out. */
      readonly unreadable: number;
    }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'done'; readonly packs: number; readonly own: number };

export interface CopiesProps {
  readonly copy: CopyState;
  /** Why packs can be neither written to a file nor read from one; own notes can. */
  readonly memory: boolean;
  readonly onExportAll: () => void;
  readonly onReadFile: (file: File) => void;
  readonly onTake: () => void;
  readonly onCancelCopy: () => void;
}

function PackLine({ pack }: { pack: CopiedPack }) {
  const { locale } = useStrings();
  const { title, publisher, host, revision, date, fingerprints, standing } = pack;
  return (
    <li>
      <p>
        <b>
          <bdi>{title}</bdi>
        </b>
        {' · '}
        <Say text={label('add_from', publisher, host)} />
        {' · '}
        <Say text={label('add_revision', String(revision), showDate(date, locale))} />
      </p>
      <p class="num key">{fingerprints.join(', ')}</p>
      <p class="fine">
        <Say text={label(`copy_${standing}`)} />
      </p>
    </li>
  );
}

/** A whole copy of what is held, and the way back; nothing of a file is taken before its reader has seen what it is. */
export function Copies({ copy, memory, onExportAll, onReadFile, onTake, onCancelCopy }: CopiesProps) {
  const t = useStrings();
  const takes = copy.kind === 'read' && (copy.own > 0 || copy.packs.some(({ standing }) => /^new/.test(standing)));
  const said = ((): Shown | null => {
    if (copy.kind === 'failed')
      return copy.failure.code === 'format' ? label('copy_no_copy') : failureText(copy.failure, t);
    if (copy.kind === 'reading') return label('copy_reading');
    if (copy.kind === 'done')
      return label(
        'copy_done',
        label('list_comma', amount('copy_packs', copy.packs, t.locale), amount('copy_notes', copy.own, t.locale)),
      );
    return null;
  })();
  return (
    <Section id="copies" intro={label('options_copies_intro')}>
      {copy.kind === 'read' ? (
        <div class="box">
          <ul class="rows">
            {copy.packs.map((pack) => (
              <PackLine key={pack.id} pack={pack} />
            ))}
          </ul>
          <p>
            <Say text={counted('copy_own', copy.own)} />
          </p>
          {copy.unreadable > 0 && (
            <p class="fine">
              <Say text={counted('copy_unreadable', copy.unreadable)} />
            </p>
          )}
          <div class="acts">
            {takes && <Press kind="btn strong" text={label('copy_take')} onPress={onTake} />}
            <Press kind="btn" text={label('add_cancel')} onPress={onCancelCopy} />
          </div>
        </div>
      ) : (
        <div class="acts">
          <Press kind="btn" text={label('copy_export_all')} onPress={onExportAll} />
          <label class="btn file">
            <Say text={label('copy_import')} />
            <input
              type="file"
              class="vh"
              accept=".json,application/json"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file) onReadFile(file);
                // The same file may be chosen again.
                event.currentTarget.value = '';
              }}
            />
          </label>
        </div>
      )}
      {memory && (
        <p class="fine">
          <Say text={label('copy_memory')} />
        </p>
      )}
      {said && (
        <p class="fine" role="status">
          <Say text={said} />
        </p>
      )}
    </Section>
  );
}
