import { browser } from 'wxt/browser';
import type { MutedName, Settings, SiteRule, SiteState } from '../../lib/messages/settings.ts';
import { decodeSettings } from '../../lib/messages/shapes.ts';

/** One key per site, so that two tabs changing two sites at once cannot undo each other. */
const siteKey = (host: string): string => `site:${host}`;
const MUTE = 'mute:';
const muteKey = (host: string): string => `${MUTE}${host}`;

interface StoredRule {
  readonly rule: SiteRule;
  readonly since: string;
}

async function stored(key: string): Promise<unknown> {
  return (await browser.storage.local.get(key))[key];
}

export async function getSettings(): Promise<Settings> {
  return decodeSettings(await stored('settings'));
}

export async function setSettings(settings: Settings): Promise<Settings> {
  await browser.storage.local.set({ settings });
  return settings;
}

const isStoredRule = (raw: unknown): raw is StoredRule =>
  typeof raw === 'object' && raw !== null && 'rule' in raw && 'since' in raw && typeof raw.since === 'string';

export async function getSite(host: string): Promise<SiteState> {
  const [settings, raw] = await Promise.all([getSettings(), stored(siteKey(host))]);
  if (!isStoredRule(raw)) return { host, rule: 'articles', on: !settings.paused };
  return { host, rule: raw.rule, on: raw.rule !== 'never' && !settings.paused, since: raw.since };
}

/** `today` is the reader's day, `YYYY-MM-DD`: "Off on this site since ...". */
export async function setSiteRule(host: string, rule: SiteRule, today: string): Promise<SiteState> {
  if (rule === 'articles') await browser.storage.local.remove(siteKey(host));
  else await browser.storage.local.set({ [siteKey(host)]: { rule, since: today } satisfies StoredRule });
  return getSite(host);
}

/** Names the reader said are not the entity they look like, on this site. */
export async function getMuted(host: string): Promise<ReadonlySet<string>> {
  const names = await stored(muteKey(host));
  return new Set(Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []);
}

export async function muteName(host: string, text: string): Promise<void> {
  const names = await getMuted(host);
  await browser.storage.local.set({ [muteKey(host)]: [...new Set([...names, text])] });
}

export async function allMuted(): Promise<MutedName[]> {
  const hosts = Object.keys(await browser.storage.local.get(null))
    .filter((key) => key.startsWith(MUTE))
    .map((key) => key.slice(MUTE.length))
    .sort();
  const names = await Promise.all(
    hosts.map(async (host) => [...(await getMuted(host))].sort().map((text) => ({ host, text }))),
  );
  return names.flat();
}

export async function unmuteName(host: string, text: string): Promise<void> {
  const names = [...(await getMuted(host))].filter((name) => name !== text);
  if (names.length === 0) await browser.storage.local.remove(muteKey(host));
  else await browser.storage.local.set({ [muteKey(host)]: names });
}
