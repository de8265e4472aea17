/** What the popup says when there is no article to show: each in plain words, with what can be done. */

import type { Failure } from '../lib/messages/result.ts';
import type { SiteState } from '../lib/messages/settings.ts';
import { counted, label, type Shown } from '../lib/text/messages.ts';
import { showDate } from '../lib/text/show-date.ts';
import { Legend } from './Legend.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';
import { failureText, failureTitle } from './view-models/failure.ts';

const Plain = ({
  lead,
  text,
  children,
  legend = false,
}: {
  lead: Shown;
  text?: Shown;
  children?: preact.ComponentChildren;
  legend?: boolean;
}) => (
  <div class="p-body plain">
    <p class="lead">
      <Say text={lead} />
    </p>
    {text && (
      <p class="fine">
        <Say text={text} />
      </p>
    )}
    {children && <div class="acts">{children}</div>}
    {legend && <Legend />}
  </div>
);

export const Loading = () => (
  <div class="p-wait plain" aria-busy="true">
    <div class="skel" aria-hidden="true">
      <i />
      <i />
    </div>
    <p class="fine" role="status">
      <Say text={label('popup_loading')} />
    </p>
  </div>
);

export const Off = ({ site, onTurnOn }: { site: SiteState; onTurnOn: () => void }) => {
  const { locale } = useStrings();
  if (site.rule !== 'never') return <Plain lead={label('popup_paused')} text={label('popup_off_text')} />;
  const lead = site.since === undefined ? label('popup_off') : label('popup_off_since', showDate(site.since, locale));
  return (
    <Plain lead={lead} text={label('popup_off_text')}>
      <Press kind="btn strong" text={label('popup_turn_on', site.host)} onPress={onTurnOn} />
    </Plain>
  );
};

/** Not an article, as far as the page shows; the reader may have it read all the same. */
export const NoArticle = ({ site, words, onRead }: { site: SiteState | null; words: number; onRead: () => void }) =>
  site?.rule === 'always' || site === null ? (
    <Plain lead={label('popup_no_text')} text={label('popup_no_text_text')} />
  ) : (
    <Plain lead={label('popup_no_article')} text={counted('popup_no_article_text', words)} legend>
      <Press kind="btn" text={label('popup_read_anyway', site.host)} onPress={onRead} />
    </Plain>
  );

export const Unreadable = () => <Plain lead={label('popup_unreadable')} text={label('popup_unreadable_text')} legend />;

export const Failed = ({ failure, onRetry }: { failure: Failure; onRetry: () => void }) => (
  <Plain lead={failureTitle(failure, useStrings())} text={failureText(failure, useStrings())}>
    <Press kind="btn" text={label('card_retry')} onPress={onRetry} />
  </Plain>
);

/** An article in which nothing was found: said of the text, not of its worth. */
export const NothingFound = ({ words }: { words: number }) => (
  <div class="p-body plain">
    <p class="lead">
      <Say text={label('popup_nothing')} />
    </p>
    <p class="fine">
      <Say text={counted('popup_nothing_text', words)} />
    </p>
    <ul class="rows">
      <li>
        <p class="fine">
          <Say text={label('popup_nothing_late')} />
        </p>
      </li>
      <li>
        <p class="fine">
          <Say text={label('popup_nothing_pictures')} />
        </p>
      </li>
    </ul>
  </div>
);
