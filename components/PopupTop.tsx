import type { SiteState } from '../lib/messages/settings.ts';
import { label } from '../lib/text/messages.ts';
import { Icon, PANEL, SEARCH, SETTINGS } from './Icon.tsx';
import { Say } from './Say.tsx';
import { Switch } from './Switch.tsx';
import { useStrings } from './strings.ts';

export interface PopupTopProps {
  readonly site: SiteState | null;
  readonly searching: boolean;
  readonly onSite: (host: string, rule: SiteState['rule']) => void;
  readonly onSearch: () => void;
  /** Opens the side panel; absent in the panel itself and where the browser has none. */
  readonly onPanel?: (() => void) | undefined;
  readonly onOptions: () => void;
}

/** The first control is the switch of this site. */
export function PopupTop({ site, searching, onSite, onSearch, onPanel, onOptions }: PopupTopProps) {
  const t = useStrings();
  return (
    <header class="p-top">
      {site ? (
        <Switch
          on={site.on}
          text={label(site.on ? 'popup_on_for' : 'popup_off_on', site.host)}
          onChange={(on) => onSite(site.host, on ? 'articles' : 'never')}
        />
      ) : (
        <b class="brand">
          <Say text={label('extension_name')} />
        </b>
      )}
      <button
        type="button"
        class="ico"
        aria-label={t.text(label('search_all'))}
        aria-pressed={searching}
        onClick={onSearch}
      >
        <Icon path={SEARCH} />
      </button>
      {onPanel && (
        <button type="button" class="ico" aria-label={t.text(label('popup_panel'))} onClick={onPanel}>
          <Icon path={PANEL} />
        </button>
      )}
      <button type="button" class="ico" aria-label={t.text(label('popup_settings'))} onClick={onOptions}>
        <Icon path={SETTINGS} />
      </button>
    </header>
  );
}
