import type { TabReading } from '../messages/reading.ts';
import type { Wording } from './analysis-json.ts';
import { type ReportOptions, toReport } from './report.ts';

/** What the extension found in a tab, as the terminal's report. */
export function showReading(reading: TabReading, wording: Wording, options: ReportOptions): string {
  switch (reading.state) {
    case 'read':
      return reading.articles
        .map(({ analysis, notes, origins }) =>
          toReport(
            analysis,
            {
              notes: new Map(notes.map((note) => [note.id, note])),
              origins: new Map(origins.map((origin) => [origin.id, origin])),
            },
            wording,
            options,
          ),
        )
        .join('\n');
    case 'no-article':
      return `\nThis page does not look like an article (${reading.words} words of running text). Nothing was marked.`;
    case 'off':
      return '\nReading is off for this site. Nothing was read.';
    case 'unreadable':
      return '\nThe browser does not let extensions read this page.';
    case 'failed':
      return `\nThe article could not be read: ${reading.message}`;
  }
}
