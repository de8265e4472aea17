/** What every page of ours needs before it draws: the browser's words, its direction, and the reader's settings. */
import { browser } from 'wxt/browser';
import { messagesOf } from '../../components/strings.ts';
import { ok, type Result, toFailure } from '../../lib/messages/result.ts';
import type { Settings } from '../../lib/messages/settings.ts';
import type { Messages } from '../../lib/text/messages.ts';

export const pageMessages = (): Messages =>
  messagesOf((key, args) => browser.i18n.getMessage(key as never, args), browser.i18n.getUILanguage());

/** Language, direction, light or dark, text size. Without settings the page follows the system. */
export function dressPage(settings: Settings | null): void {
  const root = document.documentElement;
  root.lang = browser.i18n.getUILanguage();
  root.dir = browser.i18n.getMessage('@@bidi_dir' as never) || 'ltr';
  if (!settings) return;
  if (settings.theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = settings.theme;
  root.style.fontSize = `${settings.textSize}%`;
}

/** Puts text on the clipboard; browsers may refuse it. */
export const copyText = (text: string): Promise<Result<null>> =>
  navigator.clipboard.writeText(text).then(() => ok(null), toFailure);
