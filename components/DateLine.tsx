import { useState } from 'preact/hooks';
import { label } from '../lib/text/messages.ts';
import { Lozenge } from './Lozenge.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { Then } from './Then.tsx';
import { dateLine, type Reading } from './view-models/reading.ts';

export interface DateLineProps {
  readonly reading: Reading;
  /** The reader's day; `null`: what was found counts again. */
  readonly onDate: (day: string | null) => void;
}

function DateForm({ reading: { date }, onDate, onClose }: DateLineProps & { onClose: () => void }) {
  const [day, setDay] = useState(date?.from ?? '');
  return (
    <form
      class="date-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== '') onDate(day);
      }}
    >
      <label>
        <Say text={label('date_day')} />
        <input type="date" required value={day} onInput={(event) => setDay(event.currentTarget.value)} />
      </label>
      <p class="fine">
        <Say text={label('date_kept')} />
      </p>
      <div class="acts">
        <button type="submit" class="btn">
          <Say text={label('date_use')} />
        </button>
        {date?.basis === 'reader' && <Press kind="txt" text={label('date_as_found')} onPress={() => onDate(null)} />}
        <Press kind="txt" text={label('date_cancel')} onPress={onClose} />
      </div>
    </form>
  );
}

/** The article's date, how it was found, and the way to another one. */
export function DateLine({ reading, onDate }: DateLineProps) {
  const [open, setOpen] = useState<'why' | 'form' | null>(null);
  const [closed, setClosed] = useState(0);
  const turn = (which: 'why' | 'form') => () => setOpen(open === which ? null : which);
  const close = (): void => {
    setOpen(null);
    setClosed(closed + 1);
  };
  const { date } = reading;
  return (
    <div class="p-date">
      <p class="joined">
        {date && <Lozenge />}
        <Say text={dateLine(reading)} />
        <span class="date-ways">
          <Then>
            <Press kind="more" text={label('date_why')} expanded={open === 'why'} onPress={turn('why')} />
          </Then>
          <Then>
            <Press
              kind="more"
              text={label('date_set')}
              expanded={open === 'form'}
              focused={closed > 0 && open !== 'form'}
              onPress={turn('form')}
            />
          </Then>
        </span>
      </p>
      {open === 'why' && (
        <p class="fine" role="status">
          <Say text={label(date ? `date_why_${date.basis}` : 'date_why_none')} />
        </p>
      )}
      {open === 'form' && (
        <DateForm
          reading={reading}
          onDate={(day) => {
            close();
            onDate(day);
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
