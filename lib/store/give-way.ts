/**
 * Lookups come first. What takes seconds (opening the parts of a pack, compiling names, comparing revisions) stops every
 * few milliseconds, lets in what has been asked meanwhile, and goes on when a reader has the answer.
 */

/** Work between two turns of others: a lookup that comes in waits for no more. */
const SLICE_MS = 4;
/** A reader who asks without end does not keep the notes from coming. */
const LONGEST_WAIT_MS = 50;

/** Lookups under way, and the work that waits for their end. */
let asked = 0;
const waiting: (() => void)[] = [];

/** Answers a reader; other work waits. Nothing that calls `giveWay` may be awaited inside. */
export async function lookingUp<T>(answer: () => Promise<T>): Promise<T> {
  asked++;
  try {
    return await answer();
  } finally {
    asked--;
    if (asked === 0) for (const goOn of waiting.splice(0)) goOn();
  }
}

/** Chromium; Firefox from 142. */
interface Scheduler {
  postTask(task: () => void, options: { readonly priority: 'background' }): Promise<void>;
}
const { scheduler } = globalThis as { readonly scheduler?: Scheduler };

/**
 * A turn of the event loop, after whatever else waits for one: a message takes several turns to arrive, and in a plain
 * queue it would wait for a slice at each.
 */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    if (scheduler) void scheduler.postTask(resolve, { priority: 'background' });
    else setTimeout(resolve, 0);
  });

const quiet = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT_MS);
    waiting.push(() => {
      clearTimeout(timer);
      resolve();
    });
  });

/** A function to be awaited between the steps of long work; it takes a turn when a slice of time is used up. */
export function createSlices(): () => Promise<void> {
  let from = performance.now();
  return async () => {
    if (asked === 0 && performance.now() - from < SLICE_MS) return;
    await turn();
    if (asked > 0) await quiet();
    from = performance.now();
  };
}
