import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMessages, fromCatalogue, label, type Messages } from '../text/messages.ts';
import type { Wording } from './analysis-json.ts';
import { ROOT } from './root.ts';

const CATALOGUE = join(ROOT, 'entrypoints', 'public', '_locales', 'en', 'messages.json');

/** The sentences of the extension's English catalogue, for the terminal and for JSON. */
export async function englishWording(): Promise<Wording & { readonly messages: Messages }> {
  const messages = createMessages(fromCatalogue(JSON.parse(await readFile(CATALOGUE, 'utf8'))), 'en');
  return {
    messages,
    explain: (explanation) =>
      'text' in explanation
        ? explanation.text
        : messages.text(label(`finding_${explanation.key}`, ...explanation.args)),
    reason: (reason) => reason.map(({ signal, args }) => messages.text(label(`evidence_${signal}`, ...args))).join(' '),
  };
}
