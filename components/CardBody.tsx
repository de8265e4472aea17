import type { CardMisprint, CardName, CardOwn, EntityCard } from '../lib/notes/card.ts';
import { type Label, label, type Shown } from '../lib/text/messages.ts';
import { AsOf } from './AsOf.tsx';
import { Candidates } from './Candidates.tsx';
import { Provs } from './Prov.tsx';
import { RoleLine } from './RoleLine.tsx';
import { Say } from './Say.tsx';
import { Statements } from './Statements.tsx';
import { Timeline } from './Timeline.tsx';
import { UnitTree } from './UnitTree.tsx';

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

/** The reader's own words, first and with where they are kept. */
const OwnBox = ({ own }: { own: CardOwn }) => (
  <Box heading={label('card_own')}>
    {own.text !== '' && (
      <p class="say mine">
        <bdi>{own.text}</bdi>
      </p>
    )}
    <p class="prov">
      <Say text={label('card_own_kept', own.date)} />
    </p>
  </Box>
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
      {card.own && <OwnBox own={card.own} />}
      {card.timeline && <Timeline timeline={card.timeline} />}
      {card.tree && <UnitTree top={card.tree} />}
      {card.misprint && <MisprintBox misprint={card.misprint} />}
      {why && <WhyBox why={card.why} />}
      {card.candidates.length > 0 && <Candidates all={card.candidates} />}
      <Statements all={card.statements} />
      {card.notToConfuse.length > 0 && (
        <p class="fine nc">
          <Say text={label('card_not_to_confuse', card.notToConfuse.join('; '))} />
        </p>
      )}
    </>
  );
}
