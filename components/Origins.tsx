import { type Label, label } from '../lib/text/messages.ts';
import { Name } from './Name.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import type { OriginEnd, OriginSource, OriginsView } from './view-models/origins.ts';

const LINES = { own: '', repeats: 'rep', reading: 'inf' } as const;

function Left({ source, row }: { source: OriginSource; row: number }) {
  const pair = source.pair === 'above' ? 'a' : source.pair === 'below' ? 'b' : 'c';
  return (
    <span class={`l ${pair} ${source.vague ? 'vague' : ''}`} style={{ gridRow: row + 2 }}>
      <b>{source.kind ? <Name text={source.name} kind={source.kind} /> : <bdi>{source.name}</bdi>}</b>
      {source.how && (
        <small>
          <Say text={source.how} />
        </small>
      )}
    </span>
  );
}

const Right = ({ end }: { end: OriginEnd }) => (
  <span class="o" style={{ gridRow: `${end.row + 2} / ${end.row + 2 + end.rows}` }}>
    <b>
      <Say text={end.name} />
    </b>
    {end.detail && (
      <small>
        <Say text={end.detail} />
      </small>
    )}
  </span>
);

function Drawing({ view }: { view: OriginsView }) {
  const rows = view.ends.reduce((sum, end) => sum + end.rows, 0);
  return (
    <div class="og" aria-hidden="true" style={{ '--rows': String(rows) }}>
      <span class="cap">
        <Say text={label('origins_named_here')} />
      </span>
      <span class="cap r">
        <Say text={label('origins_goes_back')} />
      </span>
      {view.ends.flatMap((end) =>
        end.sources.map((source, at) => <Left key={source.key} source={source} row={end.row + at} />),
      )}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {view.lines.map((line) => (
          <path key={line.path} class={LINES[line.kind]} d={line.path} />
        ))}
      </svg>
      <span class="dots">
        {view.ends.map((end) => (
          <i key={end.key} class={end.named ? '' : 'hollow'} style={{ '--y': `${end.y}%` }} />
        ))}
      </span>
      {view.ends.map((end) => (
        <Right key={end.key} end={end} />
      ))}
    </div>
  );
}

/** The same as a list: what screen readers get always, and everybody where there is no room to draw. */
const List = ({ view }: { view: OriginsView }) => (
  <ul class="og-list">
    {view.ends.map((end) => (
      <li key={end.key}>
        <b>
          <Say text={end.name} />
        </b>
        {end.detail && (
          <>
            {': '}
            <Say text={end.detail} />
          </>
        )}
        <ul>
          {end.listed.map((source) => (
            <li key={source.key}>
              {source.vague ? <em>{source.name}</em> : <bdi>{source.name}</bdi>}
              {source.how && (
                <>
                  {', '}
                  <Say text={source.how} />
                </>
              )}
              {source.reading && (
                <>
                  {' · '}
                  <Say text={label('origins_may_mean')} />
                </>
              )}
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ul>
);

const Key = ({ dash, name }: { dash: string; name: Label }) => (
  <span>
    <svg viewBox="0 0 20 6" aria-hidden="true">
      <path d="M1 3h18" class={dash} />
    </svg>
    <Say text={name} />
  </span>
);

/** Who repeats whom: the sources as named, and what they go back to. */
export function Origins({ view }: { view: OriginsView }) {
  const kinds = new Set(view.lines.map((line) => line.kind));
  return (
    <figure class="origins" aria-label={useStrings().text(label('origins_figure'))}>
      <Drawing view={view} />
      <List view={view} />
      <p class="og-key" aria-hidden="true">
        {kinds.has('own') && <Key dash="" name={label('origins_own')} />}
        {kinds.has('repeats') && <Key dash="rep" name={label('origins_repeats')} />}
        {kinds.has('reading') && <Key dash="inf" name={label('origins_reading')} />}
        {view.ends.some((end) => !end.named) && (
          <span>
            <i />
            <Say text={label('origins_unnamed')} />
          </span>
        )}
      </p>
      {view.more && (
        <p class="fine">
          <Say text={view.more} />
        </p>
      )}
    </figure>
  );
}
