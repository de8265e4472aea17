import { label } from '../lib/text/messages.ts';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';

export interface KeepLineProps {
  readonly kept: boolean;
  readonly onKeep: () => void;
  /** Opens the list of what is kept. */
  readonly onKept: () => void;
}

/** Keeps the article's claims for what is read later; only where the reader turned keeping on. */
export function KeepLine({ kept, onKeep, onKept }: KeepLineProps) {
  return (
    <p class="keep">
      {kept ? (
        <span role="status">
          <Say text={label('keep_kept')} />
        </span>
      ) : (
        <Press kind="more" text={label('keep_this')} onPress={onKeep} />
      )}
      {' · '}
      <Press kind="more" text={label('keep_see')} onPress={onKept} />
    </p>
  );
}
