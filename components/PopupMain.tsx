import type { TabReading } from '../lib/messages/reading.ts';
import type { SiteState } from '../lib/messages/settings.ts';
import { ArticleView } from './ArticleView.tsx';
import { Failed, NoArticle, Off, Unreadable } from './PopupStates.tsx';
import type { PopupProps } from './popup-props.ts';
import { useStrings } from './strings.ts';
import { toReading } from './view-models/reading.ts';

/** What was read in this tab, or why nothing was. */
export function PopupMain({ tab, onSearch, ...props }: { tab: TabReading } & PopupProps) {
  const { locale } = useStrings();
  const turn = (rule: SiteState['rule']) => () => tab.site && props.onSite(tab.site.host, rule);
  switch (tab.state) {
    case 'off':
      return tab.site ? <Off site={tab.site} onTurnOn={turn('articles')} /> : <Unreadable />;
    case 'no-article':
      return <NoArticle site={tab.site} words={tab.words} onRead={turn('always')} />;
    case 'unreadable':
      return <Unreadable />;
    case 'failed':
      return <Failed failure={tab} onRetry={props.onRetry} />;
    case 'read':
      return (
        <ArticleView
          articles={tab.articles.map((article) => ({ frameId: article.frameId, reading: toReading(article, locale) }))}
          packs={tab.packs}
          onSearch={onSearch}
          onCopy={props.onCopy}
          onDate={props.onDate}
          onKeep={props.onKeep}
          onKept={props.onKept}
          onShowSpan={props.onShowSpan}
          onShowMention={props.onShowMention}
        />
      );
  }
}
