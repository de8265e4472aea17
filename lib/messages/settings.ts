/** What a reader can choose. Kept in `storage.local`; never synced, never sent. */

/** `articles`: pages that look like one article (the default); `always`, `never`: the reader's word for a site. */
export type SiteRule = 'articles' | 'always' | 'never';

/** What a reader may choose, with the times and sizes it is about. */
export interface Settings {
  /** Marks on the first mention in each section, or on every one. */
  readonly marks: 'first' | 'all';
  readonly theme: 'system' | 'light' | 'dark';
  /** One colour for all kinds; their lines still differ. */
  readonly oneColour: boolean;
  /** Text of the card, in per cent of the browser's. */
  readonly textSize: 100 | 115 | 130 | 150 | 200;
  /** What opens a card by pointer: a rest on the name, a rest with this key held, or a click. Keys and touch always do. */
  readonly opens: 'rest' | 'alt' | 'shift' | 'click';
  /** Rest before a card opens, in milliseconds, where a rest alone opens it. */
  readonly dwellMs: number;
  /** Time a card stays after the pointer has left name and card, in milliseconds. */
  readonly lingerMs: number;
  /** Count of names on the toolbar button. */
  readonly badge: boolean;
  /** Articles may be kept, and are compared with what is read later. Off until the reader wants it. */
  readonly keep: boolean;
  /** Off everywhere. */
  readonly paused: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  marks: 'first',
  theme: 'system',
  oneColour: false,
  textSize: 100,
  opens: 'rest',
  dwellMs: 350,
  lingerMs: 300,
  badge: true,
  keep: false,
  paused: false,
};

/** How a site stands: what the reader chose, and whether it is read under that choice. */
export interface SiteState {
  readonly host: string;
  readonly rule: SiteRule;
  readonly on: boolean;
  /** The day the rule was set, `YYYY-MM-DD`. */
  readonly since?: string;
}

/** A name the reader said is not the entity it looks like, on one site. */
export interface MutedName {
  readonly host: string;
  readonly text: string;
}
