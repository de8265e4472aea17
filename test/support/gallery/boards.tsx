import { type CardView, HoverCard } from '../../../components/HoverCard.tsx';
import { Options } from '../../../components/Options.tsx';
import { Popup } from '../../../components/Popup.tsx';
import type { PopupProps, PopupView } from '../../../components/popup-props.ts';
import { Strings } from '../../../components/strings.ts';
import { ok } from '../../../lib/messages/result.ts';
import { DEFAULT_SETTINGS } from '../../../lib/messages/settings.ts';
import { label } from '../../../lib/text/messages.ts';
import { ARABIC, ARABIC_NOTE } from '../../fixtures/gallery/arabic.ts';
import { cardOf, SUBJECTS } from '../../fixtures/gallery/cards.ts';
import { GALLERY_NOTES } from '../../fixtures/gallery/notes.ts';
import {
  BUNDLED,
  GALLERY_READING,
  LOGS,
  NOW,
  OFFER,
  OWN,
  PACK,
  SYNCING,
  TABS,
} from '../../fixtures/gallery/reading.ts';

const nothing = (): void => {};

function Card({ view, pinned = false }: { view: CardView; pinned?: boolean }) {
  return (
    <HoverCard
      view={view}
      pinned={pinned}
      onClose={nothing}
      onPin={nothing}
      onReject={nothing}
      onRetry={nothing}
      onOwn={nothing}
      onCopy={async () => true}
    />
  );
}
const Ready = ({ subject, pinned = false }: { subject: keyof typeof SUBJECTS; pinned?: boolean }) => (
  <Card view={{ kind: 'ready', card: cardOf(SUBJECTS[subject]) }} pinned={pinned} />
);

function Cards() {
  return (
    <main class="board">
      <div class="column">
        <Ready subject="official" />
        <Ready subject="noNote" />
        <Card view={{ kind: 'loading', name: 'Tiger Forces', entity: 'unit' }} />
      </div>
      <div class="column">
        <Ready subject="unit" />
        <Ready subject="undecided" />
      </div>
      <div class="column">
        <Ready subject="misprinted" />
        <Card view={{ kind: 'failed', name: 'Tiger Forces', entity: 'unit', failure: label('card_failed') }} />
      </div>
      <div class="column">
        <Ready subject="outlet" />
        <Ready subject="ahram" pinned />
      </div>
      <div class="column">
        <Ready subject="jpost" />
      </div>
    </main>
  );
}

const CALLBACKS = {
  onSite: nothing,
  onRetry: nothing,
  onSearch: nothing,
  onOpenNote: nothing,
  onCloseNote: nothing,
  onShowSpan: nothing,
  onShowMention: nothing,
  onCopy: async () => true,
  onDate: nothing,
  onKeep: nothing,
  onKept: nothing,
  onOptions: nothing,
  syncs: {},
  now: NOW,
  onAct: nothing,
  onStopSync: nothing,
  onOwn: nothing,
};

/** A popup as it opens; `press` names tabs and buttons to press before it is looked at. */
function Window({ view, ...more }: { view: PopupView } & Partial<PopupProps>) {
  return (
    <div class="window">
      <Popup view={view} className="popup" search={null} note={null} {...CALLBACKS} {...more} />
    </div>
  );
}
const tab = (name: keyof typeof TABS): PopupView => ({ kind: 'ready', tab: TABS[name] });

/** Press `Claims` in the second and `Names` in the third, search in the fourth: the gallery's driver does. */
function Popups() {
  return (
    <main class="board">
      <Window view={tab('read')} />
      <Window view={tab('read')} />
      <Window view={tab('read')} />
      <Window view={tab('read')} search={{ query: 'im', notes: GALLERY_NOTES.slice(4) }} />
      <Window view={tab('memory')} />
      <Window view={tab('read')} lookedUp={LOOKED_UP} />
      <Window view={tab('read')} syncs={SYNCING} />
      <Window view={tab('refused')} />
      <Window view={tab('read')} lookedUp={{ text: LOOKED_UP.text, failure: UNDONE.failure }} onLookUpAgain={nothing} />
      <Window view={tab('read')} undone={{ ...UNDONE, what: label('undone_keep') }} />
    </main>
  );
}

function States() {
  return (
    <main class="board">
      <Window view={tab('nothing')} />
      <Window view={tab('undated')} />
      <Window view={tab('off')} />
      <Window view={tab('noArticle')} />
      <Window view={tab('unreadable')} />
      <Window view={tab('failed')} />
      <Window view={{ kind: 'loading' }} />
      <Window view={tab('read')} note={{ kind: 'ready', card: cardOf(SUBJECTS.unit) }} />
    </main>
  );
}

const UNDONE = { what: label('undone_pack'), failure: { code: 'no-answer', message: '' } };

const KEPT = [
  {
    id: 'https://valleyherald.example/clash',
    url: 'https://valleyherald.example/clash',
    title: 'Seven dead in valley clash',
    date: { from: '2019-02-07', to: '2019-02-07' },
    keptAt: '2026-11-20T09:00:00Z',
    claims: [
      { text: 'Seven men died at the checkpoints', source: 'A local doctor' },
      { text: 'The road to the valley stayed closed', source: '' },
    ],
  },
];

const PACK_CALLBACKS = {
  onSync: nothing,
  onStop: nothing,
  onMove: nothing,
  onUse: nothing,
  onPause: nothing,
  onRepair: nothing,
  onRemove: nothing,
  onExport: nothing,
  onChanges: nothing,
};

const Settings = () => (
  <Options
    settings={DEFAULT_SETTINGS}
    held={{ ...TABS.refused, packs: [...TABS.refused.packs, BUNDLED] }}
    syncs={SYNCING}
    now={NOW}
    changes={{ [PACK.id]: LOGS }}
    said={{}}
    callbacks={PACK_CALLBACKS}
    add={{ kind: 'offered', offer: OFFER }}
    address=""
    onLook={nothing}
    onTrust={nothing}
    onCancelAdd={nothing}
    own={OWN}
    kept={KEPT}
    onForgetKept={nothing}
    muted={[{ host: 'news.example', text: 'The Times' }]}
    onUnmute={nothing}
    onSaveOwn={async () => ok(null)}
    onDeleteOwn={async () => ok(null)}
    onExportOwn={nothing}
    copy={{ kind: 'idle' }}
    onReadFile={nothing}
    onTake={nothing}
    onCancelCopy={nothing}
    version="0.1.0"
    onChange={nothing}
    onCopy={async () => true}
    onAct={nothing}
    onForgetSeen={nothing}
    undone={UNDONE}
    onUndoneRead={nothing}
  />
);

const LOOKED_UP = {
  text: 'Maher al-Assad leads the Fourth Division, which lost checkpoints near Hama.',
  notes: GALLERY_NOTES.slice(0, 2),
  checks: GALLERY_READING.analysis.findings.slice(5, 6).map(({ explain, ...finding }) => ({
    id: 'check/gallery',
    claim: 'Russian soldiers blew up bridges on the Euphrates',
    finding: finding.finding,
    part: finding.part,
    explain: 'text' in explain ? explain.text : '',
    citations: finding.citations,
  })),
};

const ARABIC_SUBJECT = { ...SUBJECTS.official, text: ARABIC_NOTE.name };

/** Mirrored with its own words: time runs from the right. */
const Arabic = () => (
  <main class="board">
    <div class="column">
      <Strings value={ARABIC}>
        <HoverCard
          dir="rtl"
          view={{
            kind: 'ready',
            card: cardOf(ARABIC_SUBJECT, { notes: new Map([[ARABIC_NOTE.id, ARABIC_NOTE]]), locale: 'ar' }),
          }}
          onClose={nothing}
          onPin={nothing}
          onReject={nothing}
        />
      </Strings>
    </div>
  </main>
);

export const BOARDS: Readonly<Record<string, () => preact.JSX.Element>> = {
  cards: Cards,
  popup: Popups,
  states: States,
  options: Settings,
  arabic: Arabic,
};
