/**
 * The articles a reader chose to keep, to be compared with what is read later: their claims with who made them, and
 * counts of their words to find them again. Never their text. A database of its own, so that deleting all of it is one
 * step that touches nothing else and leaves nothing behind.
 */
import Dexie, { type EntityTable } from 'dexie';
import type { EventSketch } from '../checks/same-event.ts';
import type { DayRange } from '../text/partial-date.ts';

export interface KeptClaim {
  readonly text: string;
  /** Who said it and by which words, as printed; empty when the article gives no source. */
  readonly source: string;
  readonly cue: string;
}

export interface KeptRecord {
  /** `Article.id` without what follows `#`: kept again, an article replaces itself. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly date: DayRange | null;
  /** ISO time. */
  readonly keptAt: string;
  readonly claims: readonly KeptClaim[];
  readonly sketch: EventSketch;
}

export interface KeptArticles {
  /** Newest first. */
  all(): Promise<KeptRecord[]>;
  has(id: string): Promise<boolean>;
  /** Beyond `MOST_KEPT` the oldest goes. Rejects when the browser has no room or refuses to store. */
  keep(record: KeptRecord): Promise<void>;
  forget(id: string): Promise<void>;
  /** Deletes the database itself. */
  forgetAll(): Promise<void>;
}

/** Each is compared with what is read, so they are not kept without end. */
export const MOST_KEPT = 500;

class Database extends Dexie {
  readonly articles!: EntityTable<KeptRecord, 'id'>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ articles: 'id, keptAt' });
  }
}

/** Nothing is opened, and no database made, before the first question. */
export function keptArticles(name = 'claim-context-kept'): KeptArticles {
  let db = new Database(name);
  /** A reader who never keeps anything has no database of it. */
  const isThere = (): Promise<boolean> => Dexie.exists(name);
  return {
    all: async () => ((await isThere()) ? db.articles.orderBy('keptAt').reverse().toArray() : []),
    has: async (id) => (await isThere()) && (await db.articles.get(id)) !== undefined,
    keep: (record) =>
      db.transaction('rw', db.articles, async () => {
        await db.articles.put(record);
        const surplus = (await db.articles.count()) - MOST_KEPT;
        if (surplus > 0) {
          await db.articles.bulkDelete(await db.articles.orderBy('keptAt').limit(surplus).primaryKeys());
        }
      }),
    forget: async (id) => {
      if (await isThere()) await db.articles.delete(id);
    },
    forgetAll: async () => {
      await db.delete();
      db = new Database(name);
    },
  };
}
