import type { Shown } from '../lib/text/messages.ts';
import { Lozenge } from './Lozenge.tsx';
import { Say } from './Say.tsx';

/** "As of this article, 8 Feb 2019: in post". */
export const AsOf = ({ text }: { text: Shown }) => (
  <p class="asof">
    <Lozenge />
    <Say text={text} />
  </p>
);

/** "after this article": a cited date in relation to it. */
export const Rel = ({ text }: { text: Shown }) => (
  <span class="rel">
    <Lozenge />
    <Say text={text} />
  </span>
);
