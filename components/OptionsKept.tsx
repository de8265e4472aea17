import { useState } from 'preact/hooks';
import type { KeptState } from '../lib/messages/reading.ts';
import type { Settings } from '../lib/messages/settings.ts';
import { counted, label } from '../lib/text/messages.ts';
import { showDate, showDays } from '../lib/text/show-date.ts';
import { Section, SetRow } from './OptionsSection.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { Sure } from './Sure.tsx';
import { Switch } from './Switch.tsx';
import { useStrings } from './strings.ts';

export interface KeptProps {
  readonly kept: readonly KeptState[];
  /** One article, or `null` for all. */
  readonly onForgetKept: (id: string | null) => void;
}

function Article({ article, onForget }: { article: KeptState; onForget: () => void }) {
  const { locale } = useStrings();
  return (
    <li>
      <p class="row-h">
        <a class="t" href={article.url} target="_blank" rel="noreferrer noopener">
          <bdi>{article.title}</bdi>
        </a>
        <Press kind="txt" text={label('kept_delete')} onPress={onForget} />
      </p>
      <p class="fine">
        {article.date && <Say text={label('kept_of', showDays(article.date, locale))} />}
        {article.date && ' · '}
        <Say text={label('kept_since', showDate(article.keptAt.slice(0, 10), locale))} />
      </p>
      <details>
        <summary>
          <Say text={counted('kept_claims', article.claims.length)} />
        </summary>
        <ul class="kept-claims">
          {article.claims.map(({ text, source }, at) => (
            <li key={at}>
              <bdi>{text}</bdi>
              {source !== '' && (
                <small>
                  <bdi>{source}</bdi>
                </small>
              )}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** What the reader chose to keep, all of it in sight, and gone at one press. */
export function Kept({
  kept,
  onForgetKept,
  settings,
  onChange,
}: KeptProps & { settings: Settings; onChange: (some: Partial<Settings>) => void }) {
  const [all, setAll] = useState(false);
  return (
    <Section id="kept" intro={label('options_kept_intro')}>
      <SetRow name={label('kept_keep')} hint={label('kept_hint')}>
        <Switch
          on={settings.keep}
          text={label(settings.keep ? 'kept_on' : 'kept_off')}
          onChange={(keep) => onChange({ keep })}
        />
      </SetRow>
      {kept.length === 0 ? (
        <p class="fine">
          <Say text={label('kept_none')} />
        </p>
      ) : (
        <>
          <div class="acts">
            <Sure
              text={counted('kept_delete_all', kept.length)}
              question={counted('kept_delete_sure', kept.length)}
              yes={label('kept_delete')}
              no={label('options_remove_no')}
              onYes={() => onForgetKept(null)}
            />
          </div>
          <ul class="rows kept">
            {(all ? kept : kept.slice(0, FIRST)).map((article) => (
              <Article key={article.id} article={article} onForget={() => onForgetKept(article.id)} />
            ))}
          </ul>
          {!all && kept.length > FIRST && (
            <Press kind="txt" text={counted('kept_more', kept.length - FIRST)} onPress={() => setAll(true)} />
          )}
        </>
      )}
    </Section>
  );
}

/** Articles listed before the reader asks for the rest. */
const FIRST = 20;
