import type { FindingKind } from '../lib/checks/check.ts';
import { label } from '../lib/text/messages.ts';
import { Rel } from './AsOf.tsx';
import { Icon } from './Icon.tsx';
import { Provs } from './Prov.tsx';
import { Say } from './Say.tsx';
import { useFocus } from './use-focus.ts';
import type { FindingItem } from './view-models/claims.ts';

/** The closed table from finding to its proofreader's sign; the label is `finding_label_<kind>`. All weigh the same. */
const SIGNS: Readonly<Record<FindingKind, string>> = {
  agrees: 'M3 6h10M3 10h10',
  differs: 'M3 6h10M3 10h10M10.5 3l-5 10',
  'single-origin':
    'M2 3.5c5 0 4 4.5 8 4.5M2 8h8M2 12.5c5 0 4-4.5 8-4.5M10.8 8a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0-2.4 0z',
  contradicted: 'M2.5 5.5H13M10.5 3L13 5.5 10.5 8M13.5 10.5H3M5.5 8L3 10.5 5.5 13',
  corrected: 'M2.5 5.5h11M5 13l3-5 3 5',
  overtaken: 'M9.5 2.5v11M2.4 8a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0zM5.8 8H14M12 6l2 2-2 2',
  unconfirmed: 'M3 8h2M7 8h2M11 8h2',
  'not-held': 'M3.5 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z',
};

export interface FindingProps {
  readonly finding: FindingItem;
  readonly onPaper?: boolean;
  /** It has just been asked for. */
  readonly focused?: boolean;
}

/**
 * What a comparison says: sign and label, the part under it, the sentence and its sources beside. `onPaper` is only seen
 * when printed.
 */
export const Finding = ({ finding, onPaper = false, focused = false }: FindingProps) => (
  <div class={`find ${finding.kind === 'not-held' ? 'quiet' : ''} ${onPaper ? 'on-paper' : ''}`}>
    <dt ref={useFocus<HTMLElement>(focused)} tabindex={focused ? -1 : undefined}>
      <Icon path={SIGNS[finding.kind]} class={finding.kind === 'not-held' ? 'dashed' : ''} />
      <span>
        <Say text={label(`finding_label_${finding.kind}`)} />
      </span>
      {finding.part && (
        <small>
          <Say text={label(`finding_part_${finding.part}`)} />
        </small>
      )}
    </dt>
    <dd>
      <Say text={finding.sentence} />
      {finding.relation && (
        <>
          {' '}
          <Rel text={finding.relation} />
        </>
      )}
      <Provs all={finding.provenance} />
    </dd>
  </div>
);
