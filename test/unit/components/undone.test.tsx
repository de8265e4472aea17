/** What a reader presses and comes to nothing is said, and nothing that was written is lost. */
import { expect, test, vi } from 'vitest';
import { LookUpView } from '../../../components/LookUpView.tsx';
import { OwnNoteForm } from '../../../components/OwnNoteForm.tsx';
import { SearchView } from '../../../components/SearchView.tsx';
import { failed, ok } from '../../../lib/messages/result.ts';
import { drawn } from '../../support/drawn.tsx';

const nothing = (): void => {};
const NO_ANSWER = { code: 'no-answer', message: 'lookUp had no answer' };
const WHEN = { date: null, locale: 'en' };

test('a look-up without an answer is not “nothing held”', async () => {
  const onRetry = vi.fn();
  const view = await drawn(
    <LookUpView
      here={null}
      lookUp={{ text: 'Maher al-Assad', failure: NO_ANSWER }}
      when={WHEN}
      onSearch={nothing}
      onClose={nothing}
      onOpen={nothing}
      onRetry={onRetry}
    />,
  );
  expect(view.text()).toContain('Maher al-Assad');
  expect(view.text()).toContain('The notes could not be searched. The part of the extension');
  expect(view.text()).not.toMatch(/No note has|hold no check/);
  await view.press('Try again');
  expect(onRetry).toHaveBeenCalledOnce();
});

test('a search without an answer is not “no note has these words”', async () => {
  const view = await drawn(
    <SearchView
      query="guard"
      items={[]}
      result={{ query: 'guard', notes: [], failure: NO_ANSWER }}
      when={WHEN}
      onInput={nothing}
      onClose={nothing}
      onRetry={nothing}
      onShow={nothing}
      onOpen={nothing}
    />,
  );
  expect(view.text()).toContain('The notes could not be searched.');
  expect(view.text()).not.toMatch(/No other note|In your packs/);
});

test('a note that could not be saved stays in its form, with why', async () => {
  const onClose = vi.fn();
  const answers = [failed('quota', 'full'), ok(null)];
  const draft = { id: 'own/1', kind: 'unit', name: 'Jaysh Zahra', note: null, text: 'Seen once.' } as const;
  const view = await drawn(
    <OwnNoteForm
      draft={draft}
      onSave={async () => ok(null)}
      onDelete={async () => answers.shift()!}
      onClose={onClose}
    />,
  );
  await view.press('Delete');
  expect(view.text()).toContain('Delete this note? There is no other copy of it.');
  await view.press('Delete');
  expect(view.text()).toContain('The note was not deleted There is not enough space on this machine.');
  expect(onClose).not.toHaveBeenCalled();
  await view.press('Delete');
  await view.press('Delete');
  expect(onClose).toHaveBeenCalledOnce();
});
