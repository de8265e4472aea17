/**
 * What a pack of 50,000 notes with 1 % change a day costs readers: those who were away, those who install it, and those
 * who follow it every day; bytes and requests, from the same code that builds and plans. Means over the last 28 days, so
 * that every place in a roll-up's span counts alike. `NOTES` and `DAYS` change the size.
 */
import { type HeldContent, planSync } from '../../lib/packs/plan.ts';
import { nextRevision } from '../../lib/packs/publish.ts';
import { encodeRevision, fileOf, type PackRevision } from '../../lib/packs/revision.ts';
import { MadePack } from '../support/made-pack.ts';

const NOTES = Number(process.env.NOTES ?? 50_000);
const DAYS = Number(process.env.DAYS ?? 60);
const SPAN = 28;

const made = new MadePack(NOTES, 'bench');
const files = new Map<string, Uint8Array>();
const read = async (path: string): Promise<Uint8Array> => files.get(path)!;
const revisions: PackRevision[] = [];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);

async function publish(day: number): Promise<number> {
  const issued = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().replace('.000Z', 'Z');
  const started = performance.now();
  const before = revisions.at(-1);
  const publication = await nextRevision(made.pack, {
    epoch: 1,
    issued,
    ...(before && { previous: { revision: before, read } }),
  });
  for (const segment of publication.segments) files.set(fileOf(segment), segment.bytes);
  revisions.push(publication.revision);
  return performance.now() - started;
}

/** What a reader holds that installed the pack at a revision. */
const installed = (revision: PackRevision): HeldContent => ({
  epoch: 1,
  content: revision.content,
  segments: planSync(null, revision, new Set()).segments,
});

const planFrom = (held: HeldContent | null, target: PackRevision) =>
  planSync(held, target, new Set(held?.segments.map(({ hash }) => hash)));

let follower: HeldContent | null = null;
const followed: { readonly kind: string; readonly bytes: number }[] = [];
let most = 0;
for (let day = 0; day < DAYS; day++) {
  if (day > 0) made.passDay();
  const ms = await publish(day);
  const plan = planFrom(follower, revisions[day]!);
  follower = { epoch: 1, content: revisions[day]!.content, segments: plan.segments };
  most = Math.max(most, plan.segments.length);
  if (day > 0) followed.push(plan);
  const anew = planFrom(null, revisions[day]!);
  process.stderr.write(
    `day ${day}: published in ${(ms / 1000).toFixed(1)} s; new install ${megabytes(anew.bytes)} MB in ${anew.fetch.length + 1} requests; follower: ${plan.kind}\n`,
  );
}

console.log(`${NOTES} notes, ${DAYS} days; list ${encodeRevision(revisions.at(-1)!).length} bytes before signing`);
for (const away of [1, 3, 7, 14, 30, null]) {
  const plans = revisions.slice(-SPAN).flatMap((target) => {
    const from = away === null ? undefined : revisions[target.content - 1 - away];
    return away === null || from ? [planFrom(from ? installed(from) : null, target)] : [];
  });
  const bytes = plans.map((plan) => plan.bytes);
  const requests = plans.map((plan) => plan.fetch.length + 1);
  console.log(
    `${away === null ? 'new' : `away ${away} d`}: mean ${megabytes(mean(bytes))} MB in ${mean(requests).toFixed(1)} requests; most ${megabytes(Math.max(...bytes))} MB, ${Math.max(...requests)} requests`,
  );
}
console.log(
  `every day: mean ${megabytes(mean(followed.map(({ bytes }) => bytes)))} MB; the base anew on ${followed.filter(({ kind }) => kind === 'base').length} of ${followed.length} days; at most ${most} segments`,
);
