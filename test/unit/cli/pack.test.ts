import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../../../lib/cli/load-pack.ts';
import { schemaText } from '../../../lib/cli/pack-schema.ts';
import { ROOT } from '../../../lib/cli/root.ts';
import { type Outcome, runProgram } from '../../support/run-program.ts';

const CLEAN = join(ROOT, 'test', 'fixtures', 'packs', 'clean');
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pack-program-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const pack = (...args: string[]): Promise<Outcome> => runProgram('pack.ts', args, dir);

describe('pack check', () => {
  test('ends with 0 on a clean pack and says that there is nothing to mend', async () => {
    const { code, out } = await pack('check', CLEAN);
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([0, 'Nothing to mend.']);
  });

  test('ends with 1 where there is something, with file, line and how to mend it', async () => {
    const { code, out } = await pack('check', join(CLEAN, '..', 'dates-reversed'));
    expect(code).toBe(1);
    expect(out).toMatch(/dates-reversed\/records\.yaml:6 {2}official\/jane-doe {2}facts\[0\]/);
    expect(out).toContain('Set the dates right.');
  });

  test('--json --balance gives one object', async () => {
    const { code, out } = await pack('check', CLEAN, '--json', '--balance');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      counts: { notes: 2, checks: 1 },
      problems: [],
      balance: { country: [{ notes: 2 }] },
    });
  });

  test('names the line of broken YAML and of broken JSON', async () => {
    const broken = join(dir, 'broken');
    await mkdir(broken);
    await cp(join(CLEAN, 'pack.yaml'), join(broken, 'pack.yaml'));
    await writeFile(join(broken, 'a.yaml'), 'type: note\nid: unit/a\nname: [\n');
    await writeFile(join(broken, 'b.jsonl'), '{"type":"note","id":"unit/b","name":"A unit"}\n{"type":\n');
    const { out } = await pack('check', broken, '--json');
    const { problems } = JSON.parse(out) as { problems: { rule: string; file: string; line: number }[] };
    const unreadable = problems.filter(({ rule }) => rule === 'unreadable').map(({ file, line }) => `${file}:${line}`);
    expect(unreadable).toEqual(['a.yaml:4', 'b.jsonl:2']);
  });
});

test.each(['check', 'build', 'keygen', 'sign', 'serve', 'diff', 'rehearse', 'import', 'new', 'schema'])(
  '%s --help tells its use',
  async (command) => {
    const { code, out } = await pack(command, '--help');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: npm run -s pack -- ${command}\\b`));
  },
);

describe('publishing', () => {
  const at = (name: string): string => join(dir, name);
  const build = (source: string, issued: string, ...more: string[]): Promise<Outcome> =>
    pack('build', source, '--out', at('pub'), '--key', at('first.key'), '--issued', issued, ...more);

  beforeAll(async () => {
    for (const name of ['root', 'first', 'second']) expect((await pack('keygen', name)).code).toBe(0);
    const args = ['--root', 'root.key', '--pack', 'fixture'];
    await pack('sign', '--delegate', 'first.pub', ...args, '--epoch', '1', '--out', 'one.json');
    await pack('sign', '--delegate', 'second.pub', ...args, '--epoch', '2', '--out', 'two.json');
  });

  test('a private key is for its owner only, and is not written over', async () => {
    expect((await stat(at('root.key'))).mode & 0o777).toBe(0o600);
    const before = await readFile(at('root.key'), 'utf8');
    expect((await pack('keygen', 'root')).code).toBe(2);
    expect(await readFile(at('root.key'), 'utf8')).toBe(before);
  });

  test('from a first revision through a change, a confirmation and a change of keys', async () => {
    expect((await build(CLEAN, '2026-11-24T00:00:00Z')).err).toMatch(/no delegation yet/);
    const first = await build(CLEAN, '2026-11-24T00:00:00Z', '--delegation', at('one.json'));
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(await loadPack(at('pub'))).toEqual(await loadPack(CLEAN));

    const changed = at('changed');
    await cp(CLEAN, changed, { recursive: true });
    const records = await readFile(join(changed, 'records.yaml'), 'utf8');
    await writeFile(join(changed, 'records.yaml'), records.replaceAll('2018-05', '2019-06'));
    expect((await build(changed, '2026-11-25T00:00:00Z')).out).toMatch(
      /revision 2 of epoch 1, content 2; 1 record changed/,
    );
    expect(await loadPack(at('pub'))).toEqual(await loadPack(changed));

    const confirmed = await pack('sign', at('pub'), '--key', 'first.key', '--issued', '2026-11-26T00:00:00Z');
    expect(confirmed.out).toMatch(/revision 3 of epoch 1, good until 2026-12-10/);

    expect((await build(changed, '2026-11-27T00:00:00Z', '--delegation', at('two.json'))).err).toMatch(
      /not among those/,
    );
    const args = ['--out', at('pub'), '--key', at('second.key'), '--issued', '2026-11-27T00:00:00Z'];
    expect((await pack('build', changed, ...args, '--delegation', at('two.json'))).out).toMatch(
      /revision 1 of epoch 2/,
    );
    expect((await build(changed, '2026-11-28T00:00:00Z', '--delegation', at('one.json'))).err).toMatch(
      /epoch 2 is published already/,
    );

    const { code, out } = await pack('diff', CLEAN, at('pub'));
    expect(code).toBe(1);
    expect(out).toContain('- Minister of Rain of Freedonia (2014 to 2018-05)');
    expect(out).toContain('+ Minister of Rain of Freedonia (2014 to 2019-06)');
    expect((await pack('diff', changed, at('pub'))).code).toBe(0);

    const rehearsed = await pack('rehearse', CLEAN, '--after', at('pub'), '--issued', '2026-11-29T00:00:00Z');
    expect(rehearsed).toMatchObject({ code: 0, err: '' });
    expect(rehearsed.out).toMatch(/0 added, 1 changed, 0 withdrawn\nVerified\. Nothing was published\.\n$/);
    expect((await pack('diff', changed, at('pub'))).code).toBe(0);

    expect((await pack('import', at('pub'), '--out', at('imported'))).code).toBe(0);
    expect(await loadPack(at('imported'))).toEqual(await loadPack(changed));
  });

  test('16: what stands for a key until there is one vouches for nobody, and is vouched for by nobody', async () => {
    await writeFile(at('placeholder.pub'), `${'A'.repeat(43)}\n`);
    const args = ['--root', 'root.key', '--pack', 'fixture', '--epoch', '1', '--out', 'never.json'];
    expect(await pack('sign', '--delegate', 'placeholder.pub', ...args)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/holds the place of a key/),
    });
    await expect(stat(at('never.json'))).rejects.toThrow();
  });

  test('16: another root key than readers trust publishes nothing; with both it takes over', async () => {
    const folder = at('re-rooted');
    await pack('keygen', 'new-root');
    const delegate = (out: string, ...roots: string[]) =>
      pack('sign', '--delegate', 'first.pub', ...roots, '--pack', 'fixture', '--epoch', '2', '--out', out);
    await delegate('alone.json', '--root', 'new-root.key');
    await delegate('both.json', '--root', 'new-root.key', '--old-root', 'root.key');
    const publish = (delegation: string, issued: string) =>
      pack('build', CLEAN, '--out', folder, '--key', 'first.key', '--issued', issued, '--delegation', at(delegation));
    expect((await publish('one.json', '2026-11-24T00:00:00Z')).code).toBe(0);
    const before = await readFile(join(folder, 'pack.json'));
    const refused = await publish('alone.json', '2026-11-25T00:00:00Z');
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/not signed by the root key readers/)]);
    expect(await readFile(join(folder, 'pack.json'))).toEqual(before);
    expect((await publish('both.json', '2026-11-25T00:00:00Z')).out).toMatch(/revision 1 of epoch 2/);
  });

  test('a delegation that changed without another epoch, or is past its use, publishes nothing', async () => {
    const folder = at('same-epoch');
    const delegate = (out: string, ...more: string[]) =>
      pack('sign', '--delegate', 'second.pub', '--root', 'root.key', '--pack', 'fixture', '--out', out, ...more);
    await delegate('again.json', '--epoch', '1');
    await delegate('past.json', '--epoch', '2', '--until', '2020-01-01');
    const publish = (delegation: string, key: string, issued: string) =>
      pack('build', CLEAN, '--out', folder, '--key', key, '--issued', issued, '--delegation', at(delegation));
    expect((await publish('one.json', 'first.key', '2026-11-24T00:00:00Z')).code).toBe(0);
    const again = await publish('again.json', 'second.key', '2026-11-25T00:00:00Z');
    expect([again.code, again.err]).toEqual([
      2,
      expect.stringMatching(/epoch 1 is published with another list of keys/),
    ]);
    const past = await publish('past.json', 'second.key', '2026-11-25T00:00:00Z');
    expect([past.code, past.err]).toEqual([2, expect.stringMatching(/good until 2020-01-01/)]);
  });

  test('85: a listed file that does not read back stops the publication, even one no new reader needs', async () => {
    const folder = at('rotten');
    const publish = (source: string, issued: string, ...more: string[]) =>
      pack('build', source, '--out', folder, '--key', 'first.key', '--issued', issued, ...more);
    const edited = at('edited');
    await cp(CLEAN, edited, { recursive: true });
    const text = await readFile(join(edited, 'records.yaml'), 'utf8');
    await writeFile(join(edited, 'records.yaml'), text.replaceAll('2018-05', '2018-06'));
    await publish(CLEAN, '2026-11-24T00:00:00Z', '--delegation', at('one.json'));
    const base = await readdir(join(folder, 'f'));
    await publish(edited, '2026-11-25T00:00:00Z');
    const [delta] = (await readdir(join(folder, 'f'))).filter((name) => !base.includes(name));
    // From here on the list leads from a new base; the delta is for readers of the first revision alone.
    expect((await publish(CLEAN, '2026-11-26T00:00:00Z', '--rebase')).code).toBe(0);
    const before = await readFile(join(folder, 'pack.json'));
    const path = join(folder, 'f', delta!);
    const whole = await readFile(path);
    for (const broken of [whole.subarray(1), Buffer.from(whole.map((byte, i) => (i === 20 ? byte ^ 1 : byte)))]) {
      await writeFile(path, broken);
      expect(await publish(edited, '2026-11-27T00:00:00Z')).toMatchObject({ code: 2, out: '' });
      expect(await readFile(join(folder, 'pack.json'))).toEqual(before);
    }
    await writeFile(path, whole);
    expect((await publish(edited, '2026-11-27T00:00:00Z')).code).toBe(0);
  });

  test('a pack with an unreadable record is not built', async () => {
    const { code, err } = await pack('build', join(CLEAN, '..', 'unreadable'), '--out', at('never'));
    expect(code).toBe(2);
    expect(err).toMatch(/^records\.yaml:\d+: echelon/);
    await expect(readdir(at('never'))).rejects.toThrow();
  });

  test('a damaged file of a built pack is told', async () => {
    await pack('build', CLEAN, '--out', at('damaged'));
    const [name] = await readdir(join(at('damaged'), 'f'));
    const path = join(at('damaged'), 'f', name!);
    await writeFile(path, (await readFile(path)).subarray(1));
    await expect(loadPack(at('damaged'))).rejects.toMatchObject({ code: 'damaged' });
  });
});

test('the steps from an empty folder to a pack, as FORMAT.md has them', async () => {
  const text = await readFile(join(ROOT, 'lib', 'packs', 'FORMAT.md'), 'utf8');
  const section = text.slice(text.indexOf('### 2.1 '), text.indexOf('## 3. '));
  const steps = [...section.matchAll(/^npm run -s pack -- (.+)$/gm)].map(([, args]) => args!.split(' '));
  expect(steps.length).toBeGreaterThan(8);
  const from = join(dir, 'steps');
  await mkdir(join(from, 'my-pack'), { recursive: true });
  const about = await readFile(join(CLEAN, 'pack.yaml'), 'utf8');
  await writeFile(join(from, 'my-pack', 'pack.yaml'), about.replace(/^id: .*/m, 'id: my-pack'));
  let said = '';
  for (const args of steps) {
    // Serving does not end by itself; what it would serve is read below.
    if (args[0] === 'serve') continue;
    const { code, out, err } = await runProgram('pack.ts', args, from);
    expect([args.join(' '), code, err]).toEqual([args.join(' '), 0, '']);
    said = out;
    // A revision is a second younger than the last at least.
    if (args[0] === 'build') await new Promise((resolve) => setTimeout(resolve, 1100));
  }
  expect(said).toMatch(/^my-pack: confirmed as revision 3 of epoch 1/);
  expect((await loadPack(join(from, 'public'))).notes.map(({ id }) => id)).toEqual(['outlet/the-times']);
});

test('ClaimReviews become drafts that load, with the rating as their checker’s word', async () => {
  const review = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'ClaimReview',
        claimReviewed: 'It rained on the day of the battle',
        url: 'https://example.org/review',
        datePublished: '2020-01-02T10:00:00Z',
        author: { '@type': 'Organization', name: 'The Checkers' },
        reviewRating: { ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'False' },
      },
      { '@type': 'Article' },
    ],
  };
  await writeFile(join(dir, 'reviews.json'), JSON.stringify(review));
  await mkdir(join(dir, 'drafts'));
  await cp(join(CLEAN, 'pack.yaml'), join(dir, 'drafts', 'pack.yaml'));
  expect((await pack('import', 'reviews.json', '--out', 'drafts')).code).toBe(0);
  const { checks } = await loadPack(join(dir, 'drafts'));
  expect(checks).toMatchObject([
    {
      claim: 'It rained on the day of the battle',
      finding: 'unconfirmed',
      reports: [{ name: 'The Checkers', stance: 'contradicts', says: 'Its own rating: “False”.', date: '2020-01-02' }],
    },
  ]);
});

test.each(['outlet', 'official', 'unit'])('a new %s record loads as it is written', async (kind) => {
  const at = join(dir, `new-${kind}`);
  await mkdir(at);
  await cp(join(CLEAN, 'pack.yaml'), join(at, 'pack.yaml'));
  for (const [type, id] of [
    ['note', `${kind}/a-b`],
    ['check', 'check/a'],
    ['origin', 'origin/slug-of-an-origin'],
  ]) {
    expect((await pack('new', type!, id!, '--in', join(at, 'new.yaml'))).code).toBe(0);
  }
  expect((await pack('check', at)).out).toContain('Nothing to mend.');
});

test('the schema for editors is the one that is published', async () => {
  const published = await readFile(join(ROOT, 'lib', 'packs', 'source-schema.json'), 'utf8');
  expect(JSON.parse(schemaText())).toEqual(JSON.parse(published));
});
