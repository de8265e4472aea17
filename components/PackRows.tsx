import { Fragment } from 'preact';
import { label } from '../lib/text/messages.ts';
import { Say } from './Say.tsx';
import type { PackRow } from './view-models/pack-rows.ts';

/** What is known of a pack, field by field. */
export const PackRows = ({ rows }: { rows: readonly PackRow[] }) => (
  <dl>
    {rows.map(([field, lines, link]) => {
      const said = lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && ' '}
          <Say text={line} />
        </Fragment>
      ));
      return (
        <Fragment key={field}>
          <dt>
            <Say text={label(field)} />
          </dt>
          <dd>
            {link === undefined ? (
              said
            ) : (
              <a href={link} {...(link.startsWith('https:') && { target: '_blank', rel: 'noreferrer noopener' })}>
                {said}
              </a>
            )}
          </dd>
        </Fragment>
      );
    })}
  </dl>
);
