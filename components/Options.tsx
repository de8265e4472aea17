/** The settings page. It draws what it is given; every change is told at once, there is nothing to save. */
import type { Settings } from '../lib/messages/settings.ts';
import { label } from '../lib/text/messages.ts';
import { NotDone, type Undone } from './NotDone.tsx';
import { Notices } from './Notice.tsx';
import { Copies, type CopiesProps } from './OptionsCopies.tsx';
import { Diagnostics, Privacy } from './OptionsFacts.tsx';
import { Looks, type MutedProps, Sites } from './OptionsForms.tsx';
import { Kept, type KeptProps } from './OptionsKept.tsx';
import { Own, type OwnProps } from './OptionsOwn.tsx';
import { Packs, type PacksProps } from './OptionsPacks.tsx';
import { Say } from './Say.tsx';
import { useSectionInView } from './section-in-view.ts';
import { useStrings } from './strings.ts';
import { type NoticeAct, noticesOf } from './view-models/notices.ts';

export interface OptionsProps
  extends PacksProps,
    OwnProps,
    KeptProps,
    MutedProps,
    Omit<CopiesProps, 'memory' | 'onExportAll'> {
  readonly settings: Settings;
  readonly version: string;
  readonly onChange: (settings: Settings) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onAct: (act: NoticeAct) => void;
  readonly onForgetSeen: () => void;
  /** What the reader pressed last and came to nothing. */
  readonly undone: Undone | null;
  readonly onUndoneRead: () => void;
}

const SECTIONS = ['packs', 'own', 'copies', 'kept', 'sites', 'looks', 'privacy', 'diagnostics'] as const;

export function Options(props: OptionsProps) {
  const { settings, held, version, now, callbacks, onChange, onCopy, onAct, onForgetSeen, undone, onUndoneRead } =
    props;
  const t = useStrings();
  const here = useSectionInView(SECTIONS);
  const change = (some: Partial<Settings>): void => onChange({ ...settings, ...some });
  return (
    <div class="cc op">
      <nav aria-label={t.text(label('options_sections'))}>
        <b>
          <Say text={label('extension_name')} />
        </b>
        {SECTIONS.map((section) => (
          <a key={section} href={`#${section}`} {...(section === here ? { 'aria-current': 'true' } : {})}>
            <Say text={label(`options_${section}`)} />
          </a>
        ))}
      </nav>
      <main>
        <h1 class="vh">{t.text(label('options_title'))}</h1>
        <Notices items={noticesOf(held, now, t)} onAct={onAct} />
        <Packs {...props} />
        <Own {...props} />
        <Copies {...props} memory={held.store.kind === 'memory'} onExportAll={() => callbacks.onExport(null)} />
        <Kept {...props} onChange={change} />
        <Sites {...props} onChange={change} />
        <Looks settings={settings} onChange={change} />
        <Privacy onForgetSeen={onForgetSeen} />
        <Diagnostics held={held} version={version} onCopy={onCopy} onRebuild={() => onAct({ kind: 'rebuild' })} />
        {undone && (
          <div class="undone">
            <NotDone undone={undone} onRead={onUndoneRead} />
          </div>
        )}
      </main>
    </div>
  );
}
