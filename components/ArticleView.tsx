import { useState } from 'preact/hooks';
import type { PackState } from '../lib/messages/holdings.ts';
import { label } from '../lib/text/messages.ts';
import type { Span } from '../lib/text/span.ts';
import { ClaimsTab } from './ClaimsTab.tsx';
import { DateLine, type DateLineProps } from './DateLine.tsx';
import { KeepLine, type KeepLineProps } from './KeepLine.tsx';
import { NamesTab } from './NamesTab.tsx';
import { Notice } from './Notice.tsx';
import { NothingFound } from './PopupStates.tsx';
import { Say } from './Say.tsx';
import { SourcesTab } from './SourcesTab.tsx';
import { useStrings } from './strings.ts';
import { type Tab, Tabs } from './Tabs.tsx';
import { toClaimItems } from './view-models/claims.ts';
import { toNameItems } from './view-models/names.ts';
import { type Reading, titleOf } from './view-models/reading.ts';
import { toSourceItems } from './view-models/sources.ts';

export interface ArticleViewProps {
  /** One per frame that has an article; the first is what the tab is about. */
  readonly articles: readonly { readonly frameId: number; readonly reading: Reading }[];
  readonly packs: readonly PackState[];
  readonly onSearch: (query: string) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  /** The reader's day for an article, by its id; `null` takes it away. */
  readonly onDate: (article: string, day: string | null) => void;
  readonly onKeep: (frameId: number) => void;
  readonly onKept: () => void;
  readonly onShowSpan: (frameId: number, span: Span) => void;
  readonly onShowMention: (frameId: number, start: number) => void;
}

const Heading = ({ reading, onDate, onKeep, onKept }: DateLineProps & Omit<KeepLineProps, 'kept'>) => (
  <div class="p-art">
    {titleOf(reading) !== '' && (
      <h1>
        <bdi>{titleOf(reading)}</bdi>
      </h1>
    )}
    <DateLine reading={reading} onDate={onDate} />
    {reading.kept !== null && <KeepLine kept={reading.kept} onKeep={onKeep} onKept={onKept} />}
  </div>
);

/** Which part of the page, when several frames hold articles. */
const Picker = ({
  articles,
  at,
  onPick,
}: {
  articles: ArticleViewProps['articles'];
  at: number;
  onPick: (at: number) => void;
}) => (
  <label class="frames">
    <Say text={label('popup_frames', String(articles.length))} />
    <select value={at} onChange={(event) => onPick(Number(event.currentTarget.value))}>
      {articles.map(({ reading }, index) => (
        <option key={index} value={index}>
          {titleOf(reading) || String(index + 1)}
        </option>
      ))}
    </select>
  </label>
);

const wordCount = ({ analysis }: Reading): number => analysis.article.text.match(/\S+/g)?.length ?? 0;

/** One article: its title and date, then who the claims rest on, the claims, and all names. */
export function ArticleView({
  articles,
  packs,
  onSearch,
  onCopy,
  onDate,
  onKeep,
  onKept,
  onShowSpan,
  onShowMention,
}: ArticleViewProps) {
  const [at, setAt] = useState(0);
  const [tab, setTab] = useState('sources');
  const { locale } = useStrings();
  const { frameId, reading } = articles[at] ?? articles[0]!;
  const sources = toSourceItems(reading);
  const claims = toClaimItems(reading);
  const names = toNameItems(reading);
  const showSpan = (span: Span): void => onShowSpan(frameId, span);
  const tabs: Tab[] = [
    {
      key: 'sources',
      name: label('popup_sources'),
      count: sources.length,
      panel: () => <SourcesTab items={sources} reading={reading} onShow={showSpan} />,
    },
    {
      key: 'claims',
      name: label('popup_claims'),
      count: claims.length,
      panel: () => <ClaimsTab claims={claims} reading={reading} packs={packs} onShow={showSpan} onCopy={onCopy} />,
    },
    {
      key: 'names',
      name: label('popup_names'),
      count: names.length,
      panel: () => <NamesTab items={names} onSearch={onSearch} onShow={(start) => onShowMention(frameId, start)} />,
    },
  ];
  return (
    <>
      {articles.length > 1 && <Picker articles={articles} at={at} onPick={setAt} />}
      {reading.truncatedAt !== null && (
        <Notice
          heading={label('notice_long')}
          lines={[label('notice_long_text', reading.truncatedAt.toLocaleString(locale))]}
        />
      )}
      <Heading
        key={reading.analysis.article.id}
        reading={reading}
        onDate={(day) => onDate(reading.analysis.article.id, day)}
        onKeep={() => onKeep(frameId)}
        onKept={onKept}
      />
      {names.length + sources.length === 0 ? (
        <NothingFound words={wordCount(reading)} />
      ) : (
        <Tabs tabs={tabs} current={tab} onPick={setTab} />
      )}
    </>
  );
}
