import { describe, expect, test } from 'vitest';
import { dateLine, titleOf } from '../../../components/view-models/reading.ts';
import { analysis, reading, say, without } from './gallery-reading.ts';

describe('the article', () => {
  test('its title is its headline, its date says where it was found', () => {
    expect(titleOf(reading)).toBe('Moscow’s men and Tehran’s men trade fire in Syria');
    expect(say(dateLine(reading))).toBe('8–19 Feb 2019, worked out from the text');
    const undated = without({ article: { ...analysis.article, date: null } });
    expect(say(dateLine(undated))).toContain('No date found');
  });

  test.each(['json-ld', 'meta', 'time', 'url', 'text', 'reader', 'argument'] as const)('%s has its words', (basis) => {
    const dated = without({ article: { ...analysis.article, date: { from: '2019-02-08', to: '2019-02-08', basis } } });
    expect(say(dateLine(dated))).toMatch(/^8 Feb 2019, /);
  });
});
