import { useState } from 'preact/hooks';
import type { CardCandidate, CardMisprint, CardName, CardRole, CardStatement, EntityCard } from '../lib/notes/card.ts';
import { counted, type Label, label, type Shown } from '../lib/text/messages.ts';
import { AsOf, Rel } from './AsOf.tsx';
import { Name } from './Name.tsx';
import { Press } from './Press.tsx';
import { Provs } from './Prov.tsx';
import { Say } from './Say.tsx';
import { Timeline } from './Timeline.tsx';
import { UnitTree } from './UnitTree.tsx';

/** Statements shown before the reader asks for more. */
const FIRST = 2;

const Forms = ({ forms, printed }: { forms: readonly CardName[]; printed: string | null }) =>
  forms.length > 0 || printed ? (
    <p class="other">
      {forms.map((form, at) => (
        <span key={form.text}>
          {at > 0 && ' · '}
          <bdi lang={form.lang}>{form.text}</bdi>
          {form.dates && (
            <>
              {', '}
              <Say text={form.dates} />
            </>
          )}
        </span>
      ))}
      {printed && (
        <span>
          {forms.length > 0 && ' · '}
          <Say text={label('card_printed', printed)} />
        </span>
      )}
    </p>
  ) : null;

/** Post or form, then from-to. */
const RoleLine = ({ role }: { role: CardRole }) => (
  <p class="role">
    <b>
      <Say text={role.text} />
    </b>
    {role.dates && (
      <>
        {'\u00a0· '}
        <span class="d">
          <Say text={role.dates} />
        </span>
      </>
    )}
  </p>
);

const Box = ({ heading, children }: { heading: Shown; children: preact.ComponentChildren }) => (
  <div class="box">
    <p class="lab">
      <Say text={heading} />
    </p>
    {children}
  </div>
);

const MisprintBox = ({ misprint }: { misprint: CardMisprint }) => (
  <Box heading={label('card_misprint', misprint.printed)}>
    <p class="fine">
      {misprint.explain ? <Say text={misprint.explain} /> : <Say text={label('card_misprint_of', misprint.of)} />}
    </p>
    <Provs all={misprint.provenance} />
  </Box>
);

const Reasons = ({ why }: { why: readonly Label[] }) => (
  <>
    {why.map((reason, at) => (
      <p class="fine" key={at}>
        <Say text={reason} />
      </p>
    ))}
  </>
);

const WhyBox = ({ why }: { why: readonly Label[] }) => (
  <Box heading={label('card_why')}>
    <Reasons why={why} />
  </Box>
);

const Statement = ({ statement: { text, dates, relation, disputed, provenance } }: { statement: CardStatement }) => (
  <li>
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

function Statements({ all }: { all: readonly CardStatement[] }) {
  const [open, setOpen] = useState(false);
  const rest = all.length - FIRST;
  if (all.length === 0) return null;
  return (
    <ul class="stmts">
      {all.slice(0, open ? undefined : FIRST).map((statement, at) => (
        <Statement key={at} statement={statement} />
      ))}
      {rest > 0 && !open && (
        <li class="more">
          <Press kind="txt" text={counted('card_more', rest)} expanded={false} onPress={() => setOpen(true)} />
        </li>
      )}
    </ul>
  );
}

const Sides = ({ heading, reasons }: { heading: Label; reasons: readonly Label[] }) => (
  <>
    {reasons.length > 0 && (
      <>
        <dt>
          <Say text={heading} />
        </dt>
        <dd>
          {reasons.map((reason, at) => (
            <p key={at}>
              <Say text={reason} />
            </p>
          ))}
        </dd>
      </>
    )}
  </>
);

const Candidate = ({ candidate }: { candidate: CardCandidate }) => (
  <div class="cand">
    <h3>
      <Name text={candidate.name} kind={candidate.kind} />
    </h3>
    {candidate.role && <RoleLine role={candidate.role} />}
    <dl>
      <Sides heading={label('card_for')} reasons={candidate.for} />
      <Sides heading={label('card_against')} reasons={candidate.against} />
      {candidate.relation && (
        <>
          <dt>
            <Say text={label('card_date')} />
          </dt>
          <dd>
            <Rel text={candidate.relation} />
          </dd>
        </>
      )}
    </dl>
    <Provs all={candidate.provenance} />
  </div>
);

/** Everything between the name and the actions. */
export function CardBody({ card, why }: { card: EntityCard; why: boolean }) {
  return (
    <>
      <Forms forms={card.forms} printed={card.printed} />
      {card.lead && (
        <p class="role">
          <Say text={card.lead} />
        </p>
      )}
      {card.state === 'no-note' && <Reasons why={card.why} />}
      {card.role && <RoleLine role={card.role} />}
      {card.asOf && <AsOf text={card.asOf} />}
      {card.timeline && <Timeline timeline={card.timeline} />}
      {card.tree && <UnitTree top={card.tree} />}
      {card.misprint && <MisprintBox misprint={card.misprint} />}
      {why && <WhyBox why={card.why} />}
      {card.candidates.length > 0 && (
        <div class="cands">
          {card.candidates.map((candidate) => (
            <Candidate key={candidate.note} candidate={candidate} />
          ))}
        </div>
      )}
      <Statements all={card.statements} />
      {card.notToConfuse.length > 0 && (
        <p class="fine nc">
          <Say text={label('card_not_to_confuse', card.notToConfuse.join('; '))} />
        </p>
      )}
    </>
  );
}
