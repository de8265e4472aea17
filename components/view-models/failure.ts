import type { Failure } from '../../lib/messages/result.ts';
import { type Label, label, type Messages } from '../../lib/text/messages.ts';

/** A failure in a sentence: a pack's, a message's, or in the program's own words when no sentence is kept for its code. */
export function failureText({ code, message }: Failure, messages: Messages): Label {
  const key = [`pack_error_${code}`, `failure_${code}`].find((one) => messages.has(one));
  return key === undefined ? label('failure_other', message) : label(key);
}

/** What could not be done, where the code says more than that the article was not read. */
export const failureTitle = ({ code }: Failure, messages: Messages): Label =>
  label(messages.has(`failure_${code}_title`) ? `failure_${code}_title` : 'popup_failed');
