import { useState } from 'preact/hooks';
import { Options } from '../../components/Options.tsx';
import { Failed } from '../../components/PopupStates.tsx';
import type { Client } from '../../lib/messages/client.ts';
import type { BackgroundRequests, PackState, StoreState } from '../../lib/messages/protocol.ts';
import type { Result } from '../../lib/messages/result.ts';
import type { Settings } from '../../lib/messages/settings.ts';
import { dressPage } from '../popup/page.ts';

export interface OptionsPageProps {
  readonly settings: Result<Settings>;
  readonly held: Result<{ readonly packs: readonly PackState[]; readonly store: StoreState }>;
  readonly background: Client<BackgroundRequests>;
  readonly version: string;
}

/** Every change is stored as it is made, and shown as it was stored. */
export function OptionsPage({ settings: opened, held, background, version }: OptionsPageProps) {
  const [settings, setSettings] = useState(opened);

  async function change(next: Settings): Promise<void> {
    setSettings({ ok: true, value: next });
    const saved = await background('setSettings', { settings: next });
    setSettings(saved);
    if (saved.ok) dressPage(saved.value);
  }

  const failure = settings.ok ? (held.ok ? null : held.failure) : settings.failure;
  if (failure || !settings.ok || !held.ok) {
    return (
      <div class="cc op">
        <main>
          <Failed failure={failure ?? { code: 'unexpected', message: '' }} onRetry={() => location.reload()} />
        </main>
      </div>
    );
  }
  return (
    <Options
      settings={settings.value}
      packs={held.value.packs}
      store={held.value.store}
      version={version}
      onChange={(next) => void change(next)}
      onCopy={(text) => void navigator.clipboard.writeText(text)}
    />
  );
}
