/** Files and standard input as text: what the programs read from people. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { UsageError } from './usage-error.ts';

/** Where a page saved from the web names an encoding other than UTF-8, in its first bytes. */
const CHARSET = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i;
const FIRST_BYTES = 2_048;

/** The encoding an HTML page names, if it is one that is known. */
function decoderFor(bytes: Uint8Array): TextDecoder {
  const label = CHARSET.exec(Buffer.from(bytes.subarray(0, FIRST_BYTES)).toString('latin1'))?.[1];
  try {
    return new TextDecoder(label ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}

/**
 * The text of a file, or of standard input for `-`. Bytes that are no text are refused; a text with a byte that is not
 * UTF-8 is read with a mark in its place and told on stderr, because one odd letter should not stop an archive.
 */
export async function readInput(file: string): Promise<string> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file).catch((error) => reject(file, error));
  if (bytes.includes(0)) throw new UsageError(`${file} is not text in UTF-8. Save it as UTF-8 and try again.`);
  const text = /\.html?$/i.test(file)
    ? decoderFor(bytes).decode(bytes)
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.includes('\uFFFD')) process.stderr.write(`${file}: some bytes are not UTF-8; they are read as “\uFFFD”.\n`);
  return text;
}

/** Reading a folder fails without saying which one. */
function reject(file: string, error: NodeJS.ErrnoException): never {
  throw Object.assign(error, { path: error.path ?? file });
}

/** The values of a text that has one a line (JSON Lines), each with its place for messages. Empty lines are passed over. */
export function* jsonLinesOf(text: string, file: string): Generator<{ readonly raw: unknown; readonly where: string }> {
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const where = `${file}, line ${at + 1}`;
    try {
      yield { raw: JSON.parse(line), where };
    } catch (error) {
      throw new UsageError(`${where}: not a line of JSON (${(error as Error).message}).`);
    }
  }
}
