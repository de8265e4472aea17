import { describe, expect, test } from 'vitest';
import { relationTo, showDate, showDays, showPeriod } from '../../../lib/text/show-date.ts';
import { english } from '../../support/english.ts';

describe('a date is never more exact than its source', () => {
  test.each([
    ['2018', 'en', '2018'],
    ['2024-12', 'en', 'Dec 2024'],
    ['2019-02-08', 'en', '8 Feb 2019'],
    ['2019-02-08', 'en-US', '8 Feb 2019'],
    ['2019-02-08', 'de', '8. Feb. 2019'],
    ['2019-02-08', 'fr', '8 févr. 2019'],
    ['2018-13', 'en', '2018-13'],
    ['yesterday', 'en', 'yesterday'],
  ])('%s in %s is %s', (date, locale, shown) => {
    expect(showDate(date, locale)).toBe(shown);
  });

  test('the calendar is the packs’ own in every locale', () => {
    expect(showDate('2019', 'fa-u-nu-latn')).toContain('2019');
  });
});

describe('days and periods', () => {
  test.each([
    [{ from: '2019-02-08', to: '2019-02-08' }, '8 Feb 2019'],
    [{ from: '2019-02-08', to: '2019-02-19' }, '8–19 Feb 2019'],
    [{ from: '2019-01-28', to: '2019-02-03' }, '28 Jan – 3 Feb 2019'],
  ])('%o', (days, shown) => {
    expect(showDays(days, 'en')).toBe(shown);
  });

  test.each([
    ['2018', '2024-12', '2018 – Dec 2024'],
    ['2011', undefined, 'since 2011'],
    [undefined, '2018', 'to 2018'],
    ['2016-11-22', '2016-11-22', '22 Nov 2016'],
    [undefined, undefined, null],
  ])('from %s to %s', (from, to, shown) => {
    const period = showPeriod(from, to, 'en');
    expect(period && english.text(period)).toBe(shown);
  });
});

describe('a cited date in relation to the article’s', () => {
  const article = { from: '2019-02-10', to: '2019-02-10' };
  test.each([
    ['2019-02-10', 'in the days of this article'],
    ['2019-02', null],
    ['2019', null],
    ['2019-02-08', 'a few days before this article'],
    ['2019-02-20', 'about a week after this article'],
    ['2019-01-20', 'about 3 weeks before this article'],
    ['2019-03', 'after this article'],
    ['2019-06', 'about 4 months after this article'],
    ['2018', 'before this article'],
    ['2016', 'about 2 years before this article'],
    ['2023-07', 'about 4 years after this article'],
    ['soon', null],
  ])('%s: %s', (cited, said) => {
    const relation = relationTo(article, cited);
    expect(relation && english.text(relation)).toBe(said);
  });
});
