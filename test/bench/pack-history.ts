/**
 * What a pack of 50,000 notes with 1 % change a day costs readers who were away for one day, a week, a month, and those
 * who install it: bytes and requests, from the same code that builds and plans. `NOTES` and `DAYS` change the size.
 */
import { type HeldContent, planSync } from '../../lib/packs/plan.ts';
import { nextRevision } from '../../lib/packs/publish.ts';
import { encodeRevision, fileOf, type PackRevision } from '../../lib/packs/revision.ts';
import { MadePack } from '../support/made-pack.ts';

const NOTES = Number(process.env.NOTES ?? 50_000);
const DAYS = Number(process.env.DAYS ?? 36);

const made = new MadePack(NOTES, 'bench');
const files = new Map<string, Uint8Array>();
const read = async (path: string): Promise<Uint8Array> => files.get(path)!;
let revision: PackRevision | undefined;

async function publish(day: number): Promise<number> {
  const issued = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().replace('.000Z', 'Z');
  const started = performance.now();
  const publication = await nextRevision(made.pack, { epoch: 1, issued, ...(revision && { previous: { revision, read } }) });
  for (const segment of publication.segments) files.set(fileOf(segment), segment.bytes);
  revision = publication.revision;
  return performance.now() - started;
}

const readers = [1, 3, 7, 14, 30].map((away) => ({
  away,
  held: null as HeldContent | null,
  bytes: [] as number[],
  requests: [] as number[],
}));
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
for (let day = 0; day < DAYS; day++) {
  if (day > 0) made.passDay();
  const ms = await publish(day);
  const target = revision!;
  for (const reader of readers) {
    if (day % reader.away !== 0) continue;
    const present = new Set(reader.held?.segments.map(({ hash }) => hash));
    const plan = planSync(reader.held, target, present);
    if (reader.held) {
      reader.bytes.push(plan.bytes);
      reader.requests.push(plan.fetch.length + 1);
    }
    reader.held = { epoch: 1, content: target.content, segments: plan.segments };
  }
  const anew = planSync(null, target, new Set());
  process.stderr.write(
    `day ${day}: published in ${(ms / 1000).toFixed(1)} s; new install ${megabytes(anew.bytes)} MB in ${anew.fetch.length + 1} requests\n`,
  );
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
console.log(`${NOTES} notes, ${DAYS} days; list ${encodeRevision(revision!).length} bytes before signing`);
for (const { away, bytes, requests } of readers) {
  console.log(
    `away ${away} d: median ${megabytes(median(bytes))} MB, largest ${megabytes(Math.max(0, ...bytes))} MB, ${median(requests)} requests`,
  );
}
