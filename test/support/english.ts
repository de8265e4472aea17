import catalogue from '../../entrypoints/public/_locales/en/messages.json' with { type: 'json' };
import { createMessages, fromCatalogue } from '../../lib/text/messages.ts';

/** The extension's English, for tests that read what a person would. */
export const english = createMessages(fromCatalogue(catalogue), 'en');
