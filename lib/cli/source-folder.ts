import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import {
  type Document,
  type DocumentOptions,
  LineCounter,
  type ParseOptions,
  parseAllDocuments,
  type SchemaOptions,
} from 'yaml';
import { PackError } from '../packs/pack-error.ts';
import { type Place, readSource, type Source, type SourceRecord } from '../packs/source.ts';

/** Reads a pack's source folder: the only place that knows YAML and files. */

// Scalars stay the characters the author wrote; only true, false and null are read as such.
const YAML_OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  schema: 'failsafe',
  customTags: ['null', 'bool'],
  version: '1.2',
  logLevel: 'silent',
};

const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** `facts[2].from` as the keys to it. */
const keysOf = (path: string): (string | number)[] =>
  [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => (index === undefined ? name! : Number(index)));

/** The line of a field in a YAML document; of what is around it when the field is not there. */
function lineIn(document: Document, lines: LineCounter, path: string, fallback: number): number {
  const keys = keysOf(path);
  for (let depth = keys.length; depth > 0; depth--) {
    const node = document.getIn(keys.slice(0, depth), true) as { range?: readonly number[] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]!).line;
  }
  return fallback;
}

export interface FileTrouble {
  readonly place: Place;
  readonly message: string;
}

function readYaml(text: string, file: string, trouble: FileTrouble[]): SourceRecord[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { ...YAML_OPTIONS, lineCounter: lines });
  const records: SourceRecord[] = [];
  for (const document of 'empty' in documents ? [] : documents) {
    const line = document.contents ? lines.linePos(document.contents.range[0]).line : 1;
    const error = document.errors[0];
    if (error) {
      const at = lines.linePos(error.pos[0]).line;
      trouble.push({ place: { file, line: at }, message: error.message.split('\n')[0]!.replace(/ at line .*$/, '') });
      continue;
    }
    if (!document.contents) continue;
    let raw: unknown;
    try {
      // Aliases expand; the package's own limit stops a document that would grow without bound.
      raw = document.toJS({ maxAliasCount: 100 });
    } catch (cause) {
      trouble.push({ place: { file, line }, message: (cause as Error).message });
      continue;
    }
    if (raw === null || raw === '') continue;
    records.push({ raw, place: { file, line, lineOf: (path) => lineIn(document as Document, lines, path, line) } });
  }
  return records;
}

function readJsonLines(text: string, file: string, trouble: FileTrouble[]): SourceRecord[] {
  const records: SourceRecord[] = [];
  text.split('\n').forEach((row, i) => {
    if (row.trim() === '') return;
    const place = { file, line: i + 1 };
    try {
      records.push({ raw: JSON.parse(row), place });
    } catch {
      trouble.push({ place, message: 'is not JSON; a .jsonl file holds one record a line' });
    }
  });
  return records;
}

function readText(path: string, name: string): string {
  const bytes = readFileSync(path);
  if (bytes.length > MAX_FILE_BYTES) throw new PackError('source', `${name} is larger than 64 MB.`, { file: name });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PackError('source', `${name} is not UTF-8 text. Save it as UTF-8.`, { file: name });
  }
}

/** The files of the folder in the order of their names, sub-folders too; names with a leading dot are passed over. */
function sourceFiles(dir: string): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    const entries: Dirent[] = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && /\.(?:ya?ml|jsonl)$/i.test(entry.name)) found.push(path);
    }
  };
  walk(dir);
  return found;
}

/** Reads a source folder; throws a PackError when there is no pack in it, and tells the rest in `problems`. */
export function readSourceFolder(dir: string): Source {
  const manifestPath = join(dir, 'pack.yaml');
  let files: string[];
  try {
    files = sourceFiles(dir);
  } catch (cause) {
    throw new PackError('source', `${dir} cannot be read: there is no such folder, or it may not be opened.`, {
      cause,
    });
  }
  if (!files.includes(manifestPath)) {
    throw new PackError('source', `${dir} holds no pack: there is no pack.yaml in it.`, { file: 'pack.yaml' });
  }
  const trouble: FileTrouble[] = [];
  const read = (path: string): SourceRecord[] => {
    const name = relative(dir, path).split(sep).join('/');
    const text = readText(path, name);
    return name.endsWith('.jsonl') ? readJsonLines(text, name, trouble) : readYaml(text, name, trouble);
  };
  const description = read(manifestPath)[0];
  if (!description) {
    throw new PackError('source', `pack.yaml cannot be read: ${trouble[0]?.message ?? 'it is empty'}.`, {
      file: 'pack.yaml',
    });
  }
  const source = readSource(description, files.filter((path) => path !== manifestPath).flatMap(read));
  const problems = trouble.map(({ place, message }) => ({
    rule: 'unreadable',
    file: place.file,
    line: place.line,
    message,
    mend: 'Mend the syntax; the records of this document are not read until then.',
  }));
  return { ...source, problems: [...problems, ...source.problems] };
}
