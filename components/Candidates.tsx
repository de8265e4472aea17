import type { CardCandidate } from '../lib/notes/card.ts';
import { type Label, label } from '../lib/text/messages.ts';
import { Rel } from './AsOf.tsx';
import { Name } from './Name.tsx';
import { Provs } from './Prov.tsx';
import { RoleLine } from './RoleLine.tsx';
import { Say } from './Say.tsx';

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

/** The bearers of an undecided name, with what speaks for and against each. */
export const Candidates = ({ all }: { all: readonly CardCandidate[] }) => (
  <div class="cands">
    {all.map((candidate) => (
      <Candidate key={candidate.note} candidate={candidate} />
    ))}
  </div>
);
