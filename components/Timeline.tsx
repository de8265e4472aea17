import type { CardTimeline, CardTimelineRow } from '../lib/notes/card-timeline.ts';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';

const percent = (value: number): string => `${value}%`;

function Run({ row }: { row: CardTimelineRow }) {
  return (
    <div class="tl-run" aria-hidden="true">
      {row.runs.map((run) => (
        <i
          key={run.from}
          class={`${run.holds ? 'in' : ''} ${run.openStart ? 'open-a' : ''} ${run.openEnd ? 'open-b' : ''}`}
          style={{ '--a': percent(run.from), '--b': percent(run.to) }}
        />
      ))}
      {row.events.map((at) => (
        <u key={at} style={{ '--a': percent(at) }} />
      ))}
    </div>
  );
}

/** Posts over time on one axis, the article's date as a thread through all rows. The text beside it has it all. */
export function Timeline({ timeline: { at, band, rows, ticks } }: { timeline: CardTimeline }) {
  const t = useStrings();
  return (
    <figure class="tl" aria-label={t.text({ key: 'card_timeline', args: [] })}>
      <div
        class={`tl-in ${band > 0 ? 'band' : ''}`}
        style={{ '--at': percent(at), '--at-share': at / 100, '--band-share': band / 100 }}
      >
        <div class="tl-flag" aria-hidden="true">
          <span>{t.text({ key: 'card_this_article', args: [] })}</span>
        </div>
        {rows.map((row) => (
          <Row key={t.text(row.label)} row={row} />
        ))}
        <div class="tl-axis" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick.at} style={{ '--x': percent(tick.at) }}>
              {tick.text}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}

const Row = ({ row }: { row: CardTimelineRow }) => (
  <>
    <div class="tl-lab">
      <b>
        <Say text={row.label} />
      </b>
      {row.dates && ' '}
      {row.dates && (
        <span>
          <Say text={row.dates} />
        </span>
      )}
    </div>
    <Run row={row} />
  </>
);
