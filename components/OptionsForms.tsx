import type { MutedName, Settings } from '../lib/messages/settings.ts';
import type { EntityKind } from '../lib/notes/note.ts';
import { label } from '../lib/text/messages.ts';
import { SAMPLE } from './Legend.tsx';
import { Name } from './Name.tsx';
import { Choice, Section, SetRow } from './OptionsSection.tsx';
import { Press } from './Press.tsx';
import { Say } from './Say.tsx';
import { Switch } from './Switch.tsx';
import { useStrings } from './strings.ts';

export interface FormProps {
  readonly settings: Settings;
  readonly onChange: (some: Partial<Settings>) => void;
}

export interface MutedProps {
  /** Names the reader had taken from the marks with “Not this one”. */
  readonly muted: readonly MutedName[];
  readonly onUnmute: (name: MutedName) => void;
}

export const Sites = ({ settings: { paused, badge }, onChange, muted, onUnmute }: FormProps & MutedProps) => (
  <Section id="sites" intro={label('options_sites_intro')}>
    <SetRow name={label('options_paused')} hint={label('options_paused_hint')}>
      <Switch
        on={!paused}
        text={label(paused ? 'options_paused_off' : 'options_paused_on')}
        onChange={(on) => onChange({ paused: !on })}
      />
    </SetRow>
    <SetRow name={label('options_badge')}>
      <Switch
        on={badge}
        text={label(badge ? 'options_badge_on' : 'options_badge_off')}
        onChange={(on) => onChange({ badge: on })}
      />
    </SetRow>
    {muted.length > 0 && (
      <SetRow name={label('options_muted')} hint={label('options_muted_hint')}>
        <ul class="rows muted">
          {muted.map((name) => (
            <li key={`${name.host} ${name.text}`}>
              <p class="row-h">
                <span>
                  <Say text={label('options_muted_on', name.text, name.host)} />
                </span>
                <Press kind="txt" text={label('options_muted_undo')} onPress={() => onUnmute(name)} />
              </p>
            </li>
          ))}
        </ul>
      </SetRow>
    )}
  </Section>
);

/** The sentence with its three names under their lines. */
function Sample({ oneColour }: { oneColour: boolean }) {
  const parts = useStrings().parts(label('options_sample', SAMPLE.outlet, SAMPLE.unit, SAMPLE.official));
  const kindOf = (text: string): EntityKind | undefined =>
    (Object.keys(SAMPLE) as EntityKind[]).find((kind) => SAMPLE[kind] === text);
  return (
    <p class={`sample ${oneColour ? 'one' : ''}`}>
      {parts.map((part) => {
        const kind = part.argument ? kindOf(part.text) : undefined;
        return kind ? <Name key={part.text} text={part.text} kind={kind} /> : part.text;
      })}
    </p>
  );
}

const THEMES = ['system', 'light', 'dark'] as const;
const SIZES = [100, 115, 130, 150, 200] as const;
const MARKS = ['first', 'all'] as const;
const OPENS = ['rest', 'alt', 'shift', 'click'] as const;
/** In milliseconds; shorter is restless, longer feels broken (design, section 4). */
const DWELLS = [300, 350, 500];
/** WCAG 1.4.13 wants time to reach the card. */
const LINGERS = [300, 600, 1000];

export function Looks({ settings, onChange }: FormProps) {
  const { locale } = useStrings();
  const inSeconds = (ms: number): string => (ms / 1000).toLocaleString(locale);
  const rest = (ms: number) => label('options_dwell_value', inSeconds(ms));
  const after = (ms: number) => label('options_linger_value', inSeconds(ms));
  return (
    <Section id="looks" intro={label('options_looks_intro')}>
      <Sample oneColour={settings.oneColour} />
      <SetRow name={label('options_theme')}>
        <Choice
          of={THEMES}
          value={settings.theme}
          name={(one) => label(`options_theme_${one}`)}
          onPick={(theme) => onChange({ theme })}
        />
      </SetRow>
      <SetRow name={label('options_size')} hint={label('options_size_hint')}>
        <Choice
          of={SIZES}
          value={settings.textSize}
          name={(one) => label('options_size_value', String(one))}
          onPick={(textSize) => onChange({ textSize })}
        />
      </SetRow>
      <SetRow name={label('options_marks')}>
        <Choice
          of={MARKS}
          value={settings.marks}
          name={(one) => label(`options_marks_${one}`)}
          onPick={(marks) => onChange({ marks })}
        />
        <label class="opt">
          <input
            type="checkbox"
            checked={settings.oneColour}
            onChange={(event) => onChange({ oneColour: event.currentTarget.checked })}
          />
          <span>
            <Say text={label('options_one_colour')} />
          </span>
        </label>
      </SetRow>
      <SetRow name={label('options_opens')} hint={label(`options_opens_${settings.opens}_hint`)}>
        <Choice
          of={OPENS}
          value={settings.opens}
          name={(one) => label(`options_opens_${one}`)}
          onPick={(opens) => onChange({ opens })}
        />
      </SetRow>
      {settings.opens === 'rest' && (
        <SetRow name={label('options_dwell')}>
          <Choice of={DWELLS} value={settings.dwellMs} name={rest} onPick={(dwellMs) => onChange({ dwellMs })} />
        </SetRow>
      )}
      {settings.opens !== 'click' && (
        <SetRow name={label('options_linger')} hint={label('options_linger_hint')}>
          <Choice of={LINGERS} value={settings.lingerMs} name={after} onPick={(lingerMs) => onChange({ lingerMs })} />
        </SetRow>
      )}
    </Section>
  );
}
