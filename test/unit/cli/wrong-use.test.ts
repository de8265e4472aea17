import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../../lib/cli/root.ts';
import { runProgram } from '../../support/run-program.ts';

const CLEAN = join(ROOT, 'test', 'fixtures', 'packs', 'clean');
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'wrong-use-'));
  const at = (name: string): string => join(dir, name);
  for (const name of ['folder', 'folder.jsonl', 'no-pack', 'built-empty', 'built-broken', 'no-id', 'bad-yaml']) {
    await mkdir(at(name));
  }
  await cp(CLEAN, at('clean'), { recursive: true });
  const files: Record<string, string | Uint8Array> = {
    'a.txt': 'Reuters reported that two people died.',
    'empty.html': '',
    'binary.txt': Uint8Array.from({ length: 3_000 }, (_, i) => (i * 7919) % 256),
    'utf16.txt': Buffer.from('\uFEFFReuters', 'utf16le'),
    'broken.jsonl': '{"id": "a", "text": "Good."}\n{"id": \n',
    'null.jsonl': 'null\n',
    'no-text.jsonl': '{"id": "a"}\n',
    'odd-date.jsonl': '{"id": "a", "text": "Good.", "date": "soon"}\n',
    'built-empty/pack.json': '',
    'built-broken/pack.json': '{',
    'no-id/pack.yaml': 'title: No id\n',
    'bad-yaml/pack.yaml': 'id: [\n',
    'no.key': '{"alg": "Ed25519"}',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(at(name), content);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const PACK = ['--pack', 'clean'];
const JSON_LINES = ['--pack', 'clean', '--json'];
const SIGN = ['sign', '--pack', 'x', '--epoch', '1', '--out', 'd.json'];

describe.concurrent('what a person can mend ends with 2 and a sentence that names the place', () => {
  test.each<[program: string, args: string[], sentence: RegExp]>([
    ['analyze.ts', [], /A file is missing[\s\S]*Usage:/],
    ['analyze.ts', ['--colour', 'a.txt'], /Unknown option '--colour'[\s\S]*Usage:/],
    ['analyze.ts', ['--pack'], /argument missing[\s\S]*Usage:/],
    ['analyze.ts', [...PACK, '--date', 'soon', 'a.txt'], /--date: “soon” is not a date\. Write it as/],
    ['analyze.ts', [...PACK, 'nowhere.txt'], /There is no nowhere\.txt/],
    ['analyze.ts', [...PACK, 'a.txt/b.txt'], /a\.txt\/b\.txt is not a folder|There is no a\.txt\/b\.txt/],
    ['analyze.ts', [...PACK, 'folder'], /folder is a folder; a file was expected/],
    ['analyze.ts', [...PACK, 'binary.txt'], /binary\.txt is not text in UTF-8\. Save it/],
    ['analyze.ts', [...PACK, 'utf16.txt'], /utf16\.txt is not text in UTF-8\. Save it/],
    ['analyze.ts', [...PACK, 'empty.html'], /empty\.html: no text of an article/],
    ['analyze.ts', [...PACK, 'null.jsonl'], /null\.jsonl, line 1: a line needs "text" or "html"/],
    ['analyze.ts', ['--pack', 'nowhere', 'a.txt'], /There is no folder nowhere/],
    ['analyze.ts', ['--pack', 'a.txt', 'a.txt'], /There is no folder a\.txt/],
    ['analyze.ts', ['--pack', 'no-pack', 'a.txt'], /no-pack holds no pack/],
    ['analyze.ts', ['--pack', 'no-id', 'a.txt'], /no-id: pack\.yaml does not describe a pack: id is missing/],
    ['analyze.ts', ['--pack', 'bad-yaml', 'a.txt'], /bad-yaml: pack\.yaml cannot be read/],
    ['analyze.ts', ['--pack', 'built-empty', 'a.txt'], /built-empty\/pack\.json is empty/],
    ['analyze.ts', ['--pack', 'built-broken', 'a.txt'], /built-broken: The pack’s signed list is not JSON/],
    ['lookup.ts', ['--json'], /A file is missing[\s\S]*Usage:/],
    ['lookup.ts', ['a.jsonl'], /--json is missing[\s\S]*Usage:/],
    ['lookup.ts', ['--colour'], /Unknown option '--colour'[\s\S]*Usage:/],
    ['lookup.ts', [...JSON_LINES, 'a.jsonl', 'b.jsonl'], /“b\.jsonl” is one argument too many[\s\S]*Usage:/],
    ['lookup.ts', [...JSON_LINES, 'folder.jsonl'], /folder\.jsonl is a folder/],
    ['lookup.ts', [...JSON_LINES, 'no-text.jsonl'], /no-text\.jsonl, line 1: a line needs "text"/],
    ['lookup.ts', [...JSON_LINES, 'odd-date.jsonl'], /odd-date\.jsonl, line 1: “soon” is not a date/],
    ['start.ts', ['--colour'], /Unknown option '--colour'[\s\S]*Usage:/],
    ['start.ts', ['nowhere.html'], /There is no nowhere\.html/],
    ['start.ts', ['folder'], /folder is a folder/],
    ['start.ts', ['--browser', 'opera'], /chromium or firefox, not “opera”/],
    ['start.ts', ['a.txt', 'b.txt'], /“b\.txt” is one argument too many/],
    ['pack.ts', [], /No command was given[\s\S]*Usage:/],
    ['pack.ts', ['publish'], /There is no command “publish”[\s\S]*Usage:/],
    ['pack.ts', ['check', 'nowhere'], /nowhere cannot be read/],
    ['pack.ts', ['check', '.', '--colour'], /Unknown option/],
    ['pack.ts', ['check', '.'], /there is no pack\.yaml/],
    ['pack.ts', ['check', 'clean', 'clean'], /“clean” is one argument too many/],
    ['pack.ts', ['build', 'clean'], /--out is missing/],
    ['pack.ts', ['build', 'clean', '--out', 'a.txt'], /a\.txt.* is not a folder/],
    ['pack.ts', ['build', 'clean', '--out', 'x', '--poll', '0'], /--poll takes whole hours/],
    ['pack.ts', ['build', 'clean', '--out', 'x', '--issued', 'soon'], /“soon” is not a time/],
    ['pack.ts', ['build', 'clean', '--out', 'x', '--key', 'nowhere.key'], /There is no nowhere\.key/],
    ['pack.ts', ['build', 'clean', '--out', 'x', '--key', 'no.key'], /no\.key is no private key/],
    ['pack.ts', [...SIGN, '--root', 'no.key', '--delegate', 'a.txt'], /no\.key is no private key/],
    ['pack.ts', ['sign', 'clean'], /--key is missing/],
    ['pack.ts', ['serve', 'clean'], /clean holds no built pack: there is no pack\.json in it/],
    ['pack.ts', ['serve', 'nowhere'], /nowhere holds no built pack/],
    ['pack.ts', ['keygen'], /A name is missing/],
    ['pack.ts', ['keygen', 'a.txt/key'], /a\.txt.* is not a folder/],
    ['pack.ts', ['diff', 'clean'], /Two folders are needed/],
    ['pack.ts', ['new', 'note', 'person/a'], /no note’s id/],
    ['pack.ts', ['new', 'note', 'unit/a', '--in', 'folder'], /folder is a folder/],
    ['pack.ts', ['new', 'note', 'unit/a', '--in', 'nowhere/a.yaml'], /There is no nowhere\/a\.yaml/],
    ['pack.ts', ['import', 'nowhere', '--out', 'x'], /There is no nowhere/],
    ['pack.ts', ['import', 'broken.jsonl', '--out', 'x'], /broken\.jsonl, line 2: not a line of JSON/],
    ['pack.ts', ['schema', 'x'], /“x” is one argument too many/],
  ])('%s %j', async (program, args, sentence) => {
    const { code, out, err } = await runProgram(program, args, dir);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/ {4}at /);
    expect([code, out]).toEqual([2, '']);
  });
});

describe('an archive is not stopped by one odd row', () => {
  const idsOf = (out: string): string[] =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id);

  test('a page without text, a date that is none', async () => {
    const rows = [
      { id: 'a', html: '<nav>Home</nav>' },
      { id: 'b', text: 'Good.', date: 'soon' },
      { id: 'c', text: '' },
    ];
    const input = `\uFEFF${rows.map((row) => JSON.stringify(row)).join('\n\n')}\n`;
    await writeFile(join(dir, 'odd.jsonl'), input);
    const { code, out, err } = await runProgram('analyze.ts', [...JSON_LINES, 'odd.jsonl'], dir);
    expect([code, idsOf(out)]).toEqual([0, ['a', 'b', 'c']]);
    expect(err).toBe(
      'odd.jsonl, line 1: no text of an article was found in this page.\n' +
        'odd.jsonl, line 3: “soon” is not a date (YYYY-MM-DD); read without one.\n',
    );
  });

  test('lines before one that is no JSON are answered', async () => {
    const { code, out, err } = await runProgram('analyze.ts', [...JSON_LINES, 'broken.jsonl'], dir);
    expect([code, idsOf(out)]).toEqual([2, ['a']]);
    expect(err).toMatch(/^broken\.jsonl, line 2: not a line of JSON/);
  });

  test('lookup takes standard input too', async () => {
    const { code, out } = await runProgram('lookup.ts', [...JSON_LINES, '-'], dir, '{"id": 7, "text": "Good."}\n');
    expect([code, idsOf(out)]).toEqual([0, ['7']]);
  });
});

test('a page is read in the encoding it names, and a byte that is none is told', async () => {
  const page = (charset: string, quote: number): Buffer =>
    Buffer.concat([
      Buffer.from(`<!doctype html><meta charset="${charset}"><article><p>Caf`),
      Buffer.from([quote]),
      Buffer.from(` owners spoke to Reuters. ${'It rained for days, they said. '.repeat(12)}</p></article>`),
    ]);
  await writeFile(join(dir, 'western.html'), page('windows-1252', 0xe9));
  await writeFile(join(dir, 'odd-byte.html'), page('utf-8', 0xe9));
  const western = await runProgram('analyze.ts', [...JSON_LINES, 'western.html'], dir);
  expect(JSON.parse(western.out).text).toMatch(/^Café owners/);
  const odd = await runProgram('analyze.ts', [...JSON_LINES, 'odd-byte.html'], dir);
  expect([odd.code, odd.err]).toEqual([0, 'odd-byte.html: some bytes are not UTF-8; they are read as “\uFFFD”.\n']);
});

test('whoever reads the output may stop at any line', async () => {
  const line = JSON.stringify({ id: 'a', text: 'Reuters reported that two people died. '.repeat(100) });
  await writeFile(join(dir, 'long.jsonl'), `${line}\n`.repeat(12));
  const args = [join(ROOT, 'lib', 'cli', 'analyze.ts'), ...JSON_LINES, 'long.jsonl'];
  const running = spawn(process.execPath, args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  running.stderr.on('data', (chunk) => (err += chunk));
  running.stdout.once('data', () => running.stdout.destroy());
  const code = await new Promise((resolve) => running.on('close', resolve));
  expect([code, err]).toEqual([0, '']);
});
