import type { Failure } from '../lib/messages/result.ts';
import { type Label, label } from '../lib/text/messages.ts';
import { Notice } from './Notice.tsx';
import { Press } from './Press.tsx';
import { useStrings } from './strings.ts';
import { failureText } from './view-models/failure.ts';

/** Something the reader pressed that came to nothing: what was not done, and why. */
export interface Undone {
  readonly what: Label;
  readonly failure: Failure;
}

/** Said where the reader is, until it is read or something else is pressed. */
export const NotDone = ({ undone, onRead }: { undone: Undone; onRead: () => void }) => (
  <Notice heading={undone.what} lines={[failureText(undone.failure, useStrings())]}>
    <div class="acts">
      <Press kind="btn" text={label('notice_understood')} onPress={onRead} />
    </div>
  </Notice>
);
