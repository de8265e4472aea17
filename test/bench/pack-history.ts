/**
 * What a pack of 50,000 notes with 1 % change a day costs readers: those who were away, those who install it, and those
 * who follow it for the whole time, looking every day, week or month; bytes and requests, from the same code that builds
 * and plans. Means of the former over the last 28 days, so that every place in a roll-up's span counts alike. `NOTES` and
 * `DAYS` change the size: 60 days take five minutes, 400 an hour and a half.
 */
import { type HeldContent, planSync } from '../../lib/packs/plan.ts';
import { nextRevision } from '../../lib/packs/publish.ts';
import { encodeRevision, fileOf, type PackRevision } from '../../lib/packs/revision.ts';
import { MadePack } from '../support/made-pack.ts';
import { record } from './record.ts';

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

/** A reader who looks every so many days, from the end of the first month on: then the list has all kinds of deltas. */
class Follower {
  readonly every: number;
  held: HeldContent | null = null;
  readonly looks: { readonly kind: string; readonly bytes: number; readonly requests: number }[] = [];
  segments = 0;
  stored = 0;

  constructor(every: number) {
    this.every = every;
  }

  look(revision: PackRevision): void {
    const plan = planFrom(this.held, revision);
    if (this.held) this.looks.push({ kind: plan.kind, bytes: plan.bytes, requests: plan.fetch.length + 1 });
    this.held = { epoch: 1, content: revision.content, segments: plan.segments };
    this.segments = Math.max(this.segments, plan.segments.length);
    this.stored = Math.max(
      this.stored,
      plan.segments.reduce((sum, { length }) => sum + length, 0),
    );
  }

  row() {
    const days = this.looks.length * this.every;
    const ordinary = this.looks.filter(({ kind }) => kind !== 'base');
    return {
      'looks every days': this.every,
      'MB a day': megabytes(this.looks.reduce((sum, { bytes }) => sum + bytes, 0) / days),
      'MB a look without the base': megabytes(mean(ordinary.map(({ bytes }) => bytes))),
      'requests a look without the base': mean(ordinary.map(({ requests }) => requests)).toFixed(1),
      'base anew': this.looks.length - ordinary.length,
      'days followed': days,
      'segments at most': this.segments,
      'MB stored at most': megabytes(this.stored),
    };
  }
}

const followers = [1, 7, 30].map((every) => new Follower(every));
for (let day = 0; day < DAYS; day++) {
  if (day > 0) made.passDay();
  const ms = await publish(day);
  const revision = revisions[day]!;
  for (const follower of followers) if (day >= SPAN && (day - SPAN) % follower.every === 0) follower.look(revision);
  // What no list names any more is not read again.
  const named = new Set([...revision.base.parts, ...revision.deltas].map(fileOf));
  for (const file of files.keys()) if (!named.has(file)) files.delete(file);
  const anew = planFrom(null, revision);
  process.stderr.write(
    `day ${day}: published in ${(ms / 1000).toFixed(1)} s; new install ${megabytes(anew.bytes)} MB in ${anew.fetch.length + 1} requests\n`,
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
await record(
  'pack-history',
  followers.filter(({ looks }) => looks.length > 0).map((follower) => follower.row()),
);
