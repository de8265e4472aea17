/** The settings page. It draws what it is given; every change is told at once, there is nothing to save. */
import type { PackState, StoreState } from '../lib/messages/protocol.ts';
import type { Settings } from '../lib/messages/settings.ts';
import { label } from '../lib/text/messages.ts';
import { Diagnostics, Privacy } from './OptionsFacts.tsx';
import { Looks, Sites } from './OptionsForms.tsx';
import { Packs } from './OptionsPacks.tsx';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';

export interface OptionsProps {
  readonly settings: Settings;
  readonly packs: readonly PackState[];
  readonly store: StoreState;
  readonly version: string;
  readonly onChange: (settings: Settings) => void;
  readonly onCopy: (text: string) => void;
}

const SECTIONS = ['packs', 'sites', 'looks', 'privacy', 'diagnostics'] as const;

export function Options({ settings, packs, store, version, onChange, onCopy }: OptionsProps) {
  const t = useStrings();
  const change = (some: Partial<Settings>): void => onChange({ ...settings, ...some });
  return (
    <div class="cc op">
      <nav aria-label={t.text(label('options_sections'))}>
        <b>
          <Say text={label('extension_name')} />
        </b>
        {SECTIONS.map((section) => (
          <a key={section} href={`#${section}`}>
            <Say text={label(`options_${section}`)} />
          </a>
        ))}
      </nav>
      <main>
        <h1 class="vh">{t.text(label('options_title'))}</h1>
        <Packs packs={packs} />
        <Sites settings={settings} onChange={change} />
        <Looks settings={settings} onChange={change} />
        <Privacy />
        <Diagnostics packs={packs} store={store} version={version} onCopy={onCopy} />
      </main>
    </div>
  );
}
