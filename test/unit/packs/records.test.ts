import { describe, expect, test } from 'vitest';
import { decodeRecord, encodeRecord } from '../../../lib/packs/records.ts';

const decode = (raw: unknown) => {
  const told: string[] = [];
  const record = decodeRecord(raw, (at, message) => told.push(`${at}: ${message}`));
  return { record, told };
};

const source = { title: 'A page', publisher: 'A paper', url: 'https://example.org/a', retrieved: '2026-11-22' };

const fullNote = {
  type: 'note',
  id: 'unit/syria-4th-division',
  name: 'Fourth Division (Syria)',
  aliases: [
    '4th Division',
    { text: 'الفرقة الرابعة', lang: 'ar' },
    { text: 'Fourth Division', needs: 'context' },
    { text: 'Eight Division', misprint: true, explain: 'A misprint.', sources: ['jusoor'] },
    { text: '569th Armoured Division', to: '1984' },
  ],
  context: ['Syria', 'Assad'],
  summary: 'Armoured division of the Syrian army.',
  country: 'Syria',
  side: 'Syrian army',
  form: 'armoured division',
  echelon: 'division',
  facts: [
    {
      what: 'commander',
      value: 'Maher al-Assad',
      text: 'Maher al-Assad commanded it.',
      ref: 'official/maher-al-assad',
      from: '2018',
      to: '2024-12-08',
      asOf: '2024-11',
      status: 'disputed',
      sources: ['jusoor'],
    },
  ],
  sources: { jusoor: { ...source, date: '2024-11', citing: 'Reuters', lang: 'en', quote: 'few words' } },
  notToConfuse: [{ name: 'US 4th Infantry Division', note: 'unit/us-4th-infantry-division' }],
};

const fullCheck = {
  type: 'check',
  id: 'check/bridges',
  claim: 'Russian troops destroyed bridges',
  also: ['Bridges were blown up'],
  holds: 'One unnamed official said so.',
  parts: { actor: 'Russia', time: '2019-02', number: '4' },
  words: ['destroyed'],
  needs: [['bridge', 'crossing'], ['Euphrates']],
  unless: ['coalition'],
  speaker: 'official/someone',
  about: ['unit/irgc'],
  when: '2019-02',
  asOf: { from: '2019-02', to: '2020' },
  place: 'Deir ez-Zor',
  finding: 'differs',
  part: 'actor',
  explain: 'A sentence.',
  reports: [
    {
      outlet: 'outlet/basnews',
      url: 'https://example.org/b',
      date: '2019-02',
      retrieved: '2026-11-22',
      stance: 'supports',
      origin: 'origin/unnamed',
      says: 'It says so.',
      quote: 'few words',
      lang: 'en',
      citing: 'a page',
    },
  ],
};

const fullOrigin = {
  type: 'origin',
  id: 'origin/unnamed',
  name: 'One unnamed official',
  detail: 'Syrian',
  date: '2019-02',
  named: true,
};

describe('a record', () => {
  test.each([fullNote, fullCheck, fullOrigin])('$id comes back as it was written', (raw) => {
    const { record, told } = decode(raw);
    expect(told).toEqual([]);
    expect(JSON.parse(JSON.stringify(encodeRecord(record!)))).toEqual(raw);
  });

  test.each([
    ['a note', { type: 'note', id: 'outlet/tass', name: 'TASS' }],
    ['a check', { type: 'check', id: 'check/a', claim: 'It rained.' }],
    ['an origin', { type: 'origin', id: 'origin/a', name: 'One official' }],
  ])('%s loads with nothing but its type, id and name, and is written back as short', (_, raw) => {
    const { record, told } = decode(raw);
    expect(told).toEqual([]);
    expect(encodeRecord(record!)).toMatchObject(raw);
  });

  test('has its name for its only alias when none is given, and none when the list is empty', () => {
    expect(decode({ type: 'note', id: 'outlet/tass', name: 'TASS' }).record?.value).toMatchObject({
      kind: 'outlet',
      aliases: [{ text: 'TASS' }],
    });
    const bare = decode({ type: 'note', id: 'outlet/tass', name: 'TASS', aliases: [] }).record!;
    expect(bare.value).toMatchObject({ aliases: [] });
    expect(encodeRecord(bare)).toMatchObject({ aliases: [] });
  });

  test('reads the slug of an origin as its id', () => {
    const report = { url: 'https://example.org/b', stance: 'repeats', origin: 'one-official' };
    const { record } = decode({ type: 'check', id: 'check/a', claim: 'It rained.', reports: [report] });
    expect(record?.value).toMatchObject({ reports: [{ origin: 'origin/one-official', retrieved: '' }] });
  });

  test('takes a year given as a number', () => {
    const { record } = decode({ type: 'origin', id: 'origin/a', name: 'One official', date: 2019 });
    expect(record?.value).toMatchObject({ date: '2019' });
  });
});

describe('what is refused is refused with the smallest whole thing', () => {
  const note = { type: 'note', id: 'unit/a', name: 'First Division' };
  const check = { type: 'check', id: 'check/a', claim: 'It rained.' };
  test.each([
    [
      'an alias of the wrong type',
      { ...note, aliases: ['First Army', true] },
      { aliases: [{ text: 'First Army' }] },
      'aliases[1]',
    ],
    [
      'an alias whose flag is unknown, so that it cannot match too freely',
      { ...note, aliases: ['First Army', { text: 'First', needs: 'luck' }] },
      { aliases: [{ text: 'First Army' }] },
      'aliases[1].needs',
    ],
    [
      'a fact with a date that is none, so that it is not taken for a fact without an end',
      { ...note, facts: [{ what: 'commander', value: 'A. B.', to: '2018-13' }] },
      { facts: [] },
      'facts[0].to',
    ],
    [
      'a source without an https address',
      { ...note, sources: { a: { ...source, url: 'http://example.org' } } },
      { sources: {} },
      'sources.a.url',
    ],
    [
      'a key that leads to no source',
      { ...note, facts: [{ what: 'is', value: 'a unit', sources: ['b'] }] },
      { facts: [{ sources: [] }] },
      'facts[0].sources',
    ],
    ['a field of the record', { ...note, country: ['Syria'] }, { name: 'First Division' }, 'country'],
    [
      'a report without a stance',
      { ...check, reports: [{ url: 'https://example.org' }] },
      { reports: [] },
      'reports[0].stance',
    ],
  ])('%s', (_, raw, expected, at) => {
    const { record, told } = decode(raw);
    expect(record?.value).toMatchObject(expected);
    expect(told.map((line) => line.split(': ')[0])).toContain(at);
  });

  test.each([
    ['no fields', 'text', ''],
    ['no type', { id: 'unit/a', name: 'A unit' }, 'type'],
    ['an unknown type', { type: 'script', id: 'unit/a', name: 'A unit' }, 'type'],
    ['no id', { type: 'note', name: 'A unit' }, 'id'],
    ['an id of another kind', { type: 'note', id: 'person/a', name: 'A unit' }, 'id'],
    ['no name', { type: 'note', id: 'unit/a' }, 'name'],
    ['a name that cannot be seen', { type: 'note', id: 'unit/a', name: '\u202e\u200b' }, 'name'],
    ['no claim', { type: 'check', id: 'check/a' }, 'claim'],
    ['an unknown finding', { ...check, finding: 'false' }, 'finding'],
    ['a day that is none', { ...check, when: '2019-02-30' }, 'when'],
    ['a row of needs that cannot be read', { ...check, needs: [['rain'], [{}]] }, 'needs[1][0]'],
    ['a speaker that is no note', { ...check, speaker: 'someone' }, 'speaker'],
  ])('a record with %s is left out', (_, raw, at) => {
    const { record, told } = decode(raw);
    expect(record).toBeNull();
    expect(told.map((line) => line.split(': ')[0])).toContain(at);
  });
});

describe('hostile content is ordinary data or nothing', () => {
  const withSource = (url: string) => ({ type: 'note', id: 'unit/a', name: 'A unit', sources: { a: { url } } });
  const withName = (name: string) => decode({ type: 'note', id: 'unit/a', name }).record?.value;
  test.each([
    ['61: markup stays letters', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['64: direction overrides are taken out', 'abc\u202edef\u2066', 'abcdef'],
    ['64: controls and tags are taken out', 'a\u0000b\u{e0041}c\ufeff', 'abc'],
    ['64: piles of marks are cut to four', `e${'\u0301'.repeat(500)}`, '\u00e9\u0301\u0301\u0301\u0301'],
    ['lines are folded', 'First\r\n\tDivision\u00a0 of', 'First Division of'],
    ['a joiner stays between letters', 'می\u200cخواهم \u200d', 'می\u200cخواهم'],
    ['half a character is marked', 'a\ud800b', 'a\ufffdb'],
    ['a name from a web address is read as printed', 'Udvar%2DH%C3%A1zy %28Norland%29', 'Udvar-H\u00e1zy (Norland)'],
    ['one encoded twice too', 'A%2528b', 'A(b'],
    ['a per cent sign stays', '100 % of it, 5%zz', '100 % of it, 5%zz'],
    ['codes of no character stay', 'a%FF', 'a%FF'],
    ['codes bring in nothing unseen', 'a%E2%80%AEb%00', 'ab'],
  ])('%s', (_, written, read) => {
    expect(withName(written)).toMatchObject({ name: read });
  });

  test.each(['__proto__', 'constructor', 'toString'])('66: %s as a key, an id or an alias changes nothing', (word) => {
    const raw = JSON.parse(
      `{"type":"note","id":"unit/${word.toLowerCase().replace(/^_+/, 'x')}","name":"A unit","aliases":["${word}"],"${word}":{"x":1},
        "sources":{"${word}":{"url":"https://example.org"}},"facts":[{"what":"is","value":"a","sources":["hasOwnProperty"]}]}`,
    );
    const { record } = decode(raw);
    expect(record?.value).toMatchObject({ aliases: [{ text: word }], facts: [{ sources: [] }] });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.getPrototypeOf((record!.value as { sources: object }).sources)).toBeNull();
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    ' java\nscript:x',
    'jav\u0000ascript:x',
    'blob:https://example.org/a',
    'http://example.org',
    '//example.org',
    'https://',
  ])('62: the address %j is refused', (url) => {
    expect(decode(withSource(url)).record?.value).toHaveProperty('sources', {});
  });

  test.each(['https://user@evil.org', 'https://example.org:pass@evil.org'])(
    '63: the address %j, with a user in it, is refused',
    (url) => {
      expect(decode(withSource(url)).record?.value).toHaveProperty('sources', {});
    },
  );

  test('63: a host of mixed scripts comes out in its ASCII form', () => {
    const { record } = decode(withSource('https://аррle.com/x'));
    expect(record?.value).toMatchObject({ sources: { a: { url: expect.stringMatching(/^https:\/\/xn--/) } } });
  });

  test.each(['x', 'the', 'US', '', '   ', 'of', '--', 'Al'])('67: the alias %j is dropped and told', (text) => {
    const { record, told } = decode({ type: 'note', id: 'unit/a', name: 'A unit', aliases: [text, 'A unit'] });
    expect(record?.value).toMatchObject({ aliases: [{ text: 'A unit' }] });
    expect(told).toHaveLength(1);
  });

  test.each(['RT', 'UNIFIL', '新华'])('67: the alias %j is kept', (text) => {
    expect(decode({ type: 'note', id: 'unit/a', name: 'A unit', aliases: [text] }).record?.value).toMatchObject({
      aliases: [{ text }],
    });
  });

  test('69: fields that would be logic are ignored', () => {
    const raw = { type: 'note', id: 'unit/a', name: 'A unit', pattern: '.*', html: '<b>', script: 'x()', css: 'a{}' };
    expect(Object.keys(decode(raw).record!.value)).not.toEqual(expect.arrayContaining(['pattern']));
    expect(JSON.stringify(decode(raw).record)).not.toMatch(/pattern|html|script|css/);
  });

  test('57: of 100,000 aliases the first 64 are kept', () => {
    const aliases = Array.from({ length: 100_000 }, (_, i) => `Name ${i}`);
    const { record, told } = decode({ type: 'note', id: 'unit/a', name: 'A unit', aliases });
    expect(record?.type === 'note' && record.value.aliases.map(({ text }) => text)).toEqual(aliases.slice(0, 64));
    expect(told).toEqual([expect.stringMatching(/^aliases: .*100000/)]);
  });
});
