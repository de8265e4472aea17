import { counted, type Label } from '../../lib/text/messages.ts';

/** "1,140 notes": the number in the reader's figures, the word in its number. */
export const amount = (key: string, count: number, locale: string): Label => ({
  ...counted(key, count),
  args: [count.toLocaleString(locale)],
});
