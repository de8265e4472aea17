import type { Shown } from '../lib/text/messages.ts';
import { Say } from './Say.tsx';
import { Then } from './Then.tsx';

/** A few things on one line, with dots between them; in a box of class `joined`. */
export const Dotted = ({ all: [first, ...rest] }: { all: readonly Shown[] }) => (
  <>
    {first !== undefined && <Say text={first} />}
    {rest.map((one, at) => (
      <Then key={at}>
        <Say text={one} />
      </Then>
    ))}
  </>
);
