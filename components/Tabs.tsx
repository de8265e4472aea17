import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { type Label, label } from '../lib/text/messages.ts';
import { Say } from './Say.tsx';
import { useStrings } from './strings.ts';

export interface Tab {
  readonly key: string;
  readonly name: Label;
  readonly count: number;
  readonly panel: () => ComponentChildren;
}

/** One list of tabs, moved along by arrow keys (WAI-ARIA APG, tabs with automatic activation), and the current panel. */
export function Tabs({
  tabs,
  current,
  onPick,
}: {
  tabs: readonly Tab[];
  current: string;
  onPick: (key: string) => void;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const t = useStrings();
  const at = Math.max(
    0,
    tabs.findIndex((tab) => tab.key === current),
  );
  const tab = tabs[at];

  function onKeyDown(event: KeyboardEvent): void {
    const back = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? 1 : -1;
    const step = { ArrowLeft: back, ArrowRight: -back, Home: -at, End: tabs.length - 1 - at }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (at + step + tabs.length) % tabs.length;
    onPick(tabs[next]!.key);
    (list.current?.children[next] as HTMLElement | undefined)?.focus();
  }

  if (!tab) return null;
  return (
    <>
      <div class="tabs" role="tablist" aria-label={t.text(label('popup_tabs'))} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((one) => (
          <button
            type="button"
            role="tab"
            key={one.key}
            id={`${id}${one.key}`}
            data-tab={one.key}
            aria-selected={one === tab}
            aria-controls={`${id}panel`}
            tabindex={one === tab ? 0 : -1}
            onClick={() => onPick(one.key)}
          >
            <Say text={one.name} />
            <span class="n">{one.count}</span>
          </button>
        ))}
      </div>
      <div
        class="p-body"
        role="tabpanel"
        id={`${id}panel`}
        aria-labelledby={`${id}${tab.key}`}
        tabindex={0}
        key={tab.key}
      >
        {tab.panel()}
      </div>
    </>
  );
}
