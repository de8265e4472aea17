import { type Pack, type PackManifest, type PackRecord, toPack } from './pack.ts';
import { PackError } from './pack-error.ts';
import { decodeManifest, decodeRecord, NOTHING_FOUND_SHAPE, type NothingFound } from './records.ts';
import { isObject } from './shape.ts';

/** Where a record stands, for a person who is to mend it. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The line of a field by its path (`facts[2].from`), or of the nearest thing around it. */
  lineOf?(path: string): number;
}

/** A record as its file held it. */
export interface SourceRecord {
  readonly raw: unknown;
  readonly place: Place;
}

/** Something to mend: which rule, where, what is wrong, and how to put it right. */
export interface Problem {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly record?: string;
  readonly field?: string;
  readonly message: string;
  readonly mend?: string;
}

export interface Source {
  readonly pack: Pack;
  /** What was refused, in part or whole. */
  readonly problems: readonly Problem[];
  readonly places: ReadonlyMap<string, Place>;
  /** Fields the author looked for on a side and found nothing; for `pack check` alone. */
  readonly nothingFound: readonly NothingFound[];
}

const idOf = (raw: unknown): string | undefined =>
  isObject(raw) && typeof raw.id === 'string' && raw.id !== '' ? raw.id.slice(0, 100) : undefined;

/** The problem of a record, at the line of its field. */
export const problemAt = (place: Place, problem: Omit<Problem, 'file' | 'line'>): Problem => ({
  file: place.file,
  line: (problem.field && place.lineOf?.(problem.field)) || place.line,
  ...problem,
});

/** The rule a refused field broke; the rest is "cannot be read". */
function refusedBy(field: string): Pick<Problem, 'rule' | 'mend'> {
  if (/\.url$/.test(field)) {
    return {
      rule: 'not-https',
      mend: 'Give an https address that a reader can open; the source is left out until then.',
    };
  }
  if (/^aliases\[\d+\]$/.test(field)) return { rule: 'alias-too-short', mend: 'The alias is left out until then.' };
  return { rule: 'unreadable', mend: 'Mend it as FORMAT.md says; what is named here is left out until then.' };
}

function readManifest({ raw, place }: SourceRecord): {
  manifest: PackManifest;
  nothingFound: NothingFound[];
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const manifest = decodeManifest(raw, (field, message) => {
    problems.push(problemAt(place, { rule: 'unreadable', field, message }));
  });
  if (!manifest) {
    const first = problems[0];
    throw new PackError(
      'source',
      `${place.file} does not describe a pack: ${first?.field || 'it'} ${first?.message}.`,
      {
        file: place.file,
      },
    );
  }
  const looked = isObject(raw) && Object.hasOwn(raw, 'nothingFound') ? raw.nothingFound : [];
  const nothingFound = NOTHING_FOUND_SHAPE.read(looked, 'nothingFound', (field, message) => {
    problems.push(problemAt(place, { ...refusedBy(field), field, message }));
  });
  return { manifest, nothingFound: nothingFound ?? [], problems };
}

/**
 * Reads a pack from the records its files held. Never throws for a record: what cannot be loaded is left out and told.
 * The first record of an id stands.
 */
export function readSource(description: SourceRecord, records: Iterable<SourceRecord>): Source {
  const { manifest, nothingFound, problems } = readManifest(description);
  const read: PackRecord[] = [];
  const places = new Map<string, Place>();
  for (const { raw, place } of records) {
    const id = idOf(raw);
    const decoded = decodeRecord(raw, (field, message) => {
      problems.push(
        problemAt(place, { ...refusedBy(field), ...(id && { record: id }), ...(field && { field }), message }),
      );
    });
    if (!decoded) continue;
    const first = places.get(decoded.value.id);
    if (first) {
      problems.push(
        problemAt(place, {
          rule: 'duplicate-id',
          record: decoded.value.id,
          field: 'id',
          message: `is used before, at ${first.file}:${first.line}; this record is left out`,
          mend: 'Give one of the two another id, or make one record of them.',
        }),
      );
      continue;
    }
    places.set(decoded.value.id, place);
    read.push(decoded);
  }
  return { pack: toPack(manifest, read), problems, places, nothingFound };
}
