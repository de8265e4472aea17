/**
 * How the background takes in the requests of its table, and who may make each: a page's content script must not be
 * able to change a setting, add a pack or read another tab.
 */
import * as v from 'valibot';
import { MAX_LOOKED_UP, MAX_SEARCHED, MOST_OWN_NOTES } from './limits.ts';
import { ownDraftSchema, ownId, ownName, ownNoteSchema } from './own-shapes.ts';
import type { Asker, BackgroundRequests, Rows } from './protocol.ts';
import {
  articleSchema,
  cardMentionSchema,
  daySchema,
  hostSchema,
  kindSchema,
  noteIdSchema,
  settingsSchema,
} from './shapes.ts';

const nothing = v.strictObject({});
const packId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,59}$/));
const address = v.pipe(v.string(), v.maxLength(2_000));
const publicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const siteRule = v.picklist(['articles', 'always', 'never']);
const mutedName = v.strictObject({ host: hostSchema, text: v.pipe(v.string(), v.maxLength(300)) });
const tabNumber = v.pipe(v.number(), v.integer());
const pageAddress = v.pipe(v.string(), v.maxLength(2_000));
const anyone: readonly Asker[] = ['page', 'extension'];
const extension: readonly Asker[] = ['extension'];

export const backgroundRows: Rows<BackgroundRequests> = {
  openPage: { params: v.strictObject({ host: hostSchema }), who: anyone },
  findNames: { params: v.strictObject({ article: articleSchema }), who: anyone },
  getCard: { params: v.strictObject({ mention: cardMentionSchema, date: articleSchema.entries.date }), who: anyone },
  loadCard: { params: nothing, who: ['page'] },
  muteName: { params: mutedName, who: anyone },
  getMuted: { params: nothing, who: extension },
  unmuteName: { params: mutedName, who: extension },
  readTab: { params: v.strictObject({ tabId: tabNumber }), who: extension },
  setArticleDate: {
    params: v.strictObject({ tabId: tabNumber, page: pageAddress, day: v.nullable(daySchema) }),
    who: extension,
  },
  setSiteRule: { params: v.strictObject({ host: hostSchema, rule: siteRule }), who: extension },
  getSettings: { params: nothing, who: extension },
  setSettings: { params: v.strictObject({ settings: settingsSchema }), who: extension },
  getPacks: { params: nothing, who: extension },
  lookAtPack: { params: v.strictObject({ address }), who: extension },
  addPack: { params: v.strictObject({ address, keys: v.pipe(v.array(publicKey), v.maxLength(8)) }), who: extension },
  syncNow: { params: v.strictObject({ pack: v.nullable(packId) }), who: extension },
  stopSync: { params: v.strictObject({ pack: v.nullable(packId) }), who: extension },
  getSync: { params: nothing, who: extension },
  setPackOrder: { params: v.strictObject({ packs: v.pipe(v.array(packId), v.maxLength(64)) }), who: extension },
  setPackUse: { params: v.strictObject({ pack: packId, use: v.boolean() }), who: extension },
  setPackPaused: { params: v.strictObject({ pack: packId, paused: v.boolean() }), who: extension },
  removePack: { params: v.strictObject({ pack: packId }), who: extension },
  repairPack: { params: v.strictObject({ pack: packId }), who: extension },
  rebuildStore: { params: nothing, who: extension },
  packsChanged: { params: nothing, who: extension },
  getChanges: { params: v.strictObject({ pack: packId }), who: extension },
  dismissWithdrawn: { params: v.strictObject({ key: v.pipe(v.string(), v.maxLength(600)) }), who: extension },
  dismissLost: { params: nothing, who: extension },
  forgetSeen: { params: nothing, who: extension },
  getOwn: { params: nothing, who: extension },
  saveOwn: { params: v.strictObject({ draft: ownDraftSchema }), who: extension },
  deleteOwn: { params: v.strictObject({ id: ownId }), who: extension },
  importOwn: {
    params: v.strictObject({ notes: v.pipe(v.array(ownNoteSchema), v.maxLength(MOST_OWN_NOTES)) }),
    who: extension,
  },
  openOwn: { params: v.strictObject({ kind: kindSchema, name: ownName, note: v.nullable(noteIdSchema) }), who: anyone },
  searchNotes: { params: v.strictObject({ query: v.pipe(v.string(), v.maxLength(MAX_SEARCHED)) }), who: extension },
  keepArticle: { params: v.strictObject({ tabId: tabNumber, frameId: tabNumber }), who: extension },
  getKept: { params: nothing, who: extension },
  forgetKept: { params: v.strictObject({ id: v.nullable(pageAddress) }), who: extension },
  lookUp: { params: v.strictObject({ text: v.pipe(v.string(), v.maxLength(MAX_LOOKED_UP)) }), who: extension },
  getNoteCard: {
    params: v.strictObject({ note: noteIdSchema, date: v.optional(articleSchema.entries.date) }),
    who: extension,
  },
};
