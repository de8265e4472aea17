import { useState } from 'preact/hooks';
import type { CardStatement } from '../lib/notes/card.ts';
import { counted, label } from '../lib/text/messages.ts';
import { Rel } from './AsOf.tsx';
import { Press } from './Press.tsx';
import { Provs } from './Prov.tsx';
import { Say } from './Say.tsx';
import { useFocus } from './use-focus.ts';

/** Statements shown before the reader asks for more. */
const FIRST = 2;

interface StatementProps {
  readonly statement: CardStatement;
  readonly focused: boolean;
}

const Statement = ({ statement: { text, dates, relation, disputed, provenance }, focused }: StatementProps) => (
  <li ref={useFocus<HTMLLIElement>(focused)} tabindex={focused ? -1 : undefined}>
    <p class="say">
      <Say text={text} />
      {dates && (
        <>
          {' '}
          <span class="d">
            <Say text={dates} />
          </span>
        </>
      )}
      {relation && (
        <>
          {' '}
          <Rel text={relation} />
        </>
      )}
    </p>
    {disputed && (
      <p class="prov">
        <Say text={label('card_disputed')} />
      </p>
    )}
    <Provs all={provenance} />
  </li>
);

/** What is said of an entity, each with its sources. */
export function Statements({ all }: { all: readonly CardStatement[] }) {
  const [open, setOpen] = useState(false);
  const rest = all.length - FIRST;
  if (all.length === 0) return null;
  return (
    <ul class="stmts">
      {all.slice(0, open ? undefined : FIRST).map((statement, at) => (
        <Statement key={at} statement={statement} focused={at === FIRST} />
      ))}
      {rest > 0 && !open && (
        <li class="more">
          <Press kind="txt" text={counted('card_more', rest)} expanded={false} onPress={() => setOpen(true)} />
        </li>
      )}
    </ul>
  );
}
