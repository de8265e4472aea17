import type { Failure } from '../lib/messages/result.ts';
import { label } from '../lib/text/messages.ts';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { failureText } from './view-models/failure.ts';

/** The notes could not be asked: not the same as nothing held. */
export const NoAnswer = ({ failure, onRetry }: { failure: Failure; onRetry?: (() => void) | undefined }) => (
  <div class="no-answer" role="status">
    <p class="lead">
      <Say text={label('search_failed')} />
    </p>
    <p class="fine">
      <Say text={failureText(failure, useStrings())} />
    </p>
    {onRetry && (
      <div class="acts">
        <Press kind="btn" text={label('card_retry')} onPress={onRetry} />
      </div>
    )}
  </div>
);
