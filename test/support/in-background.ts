/** Past all our code: what a test does to the background itself, the worker of Chromium or the event page of Firefox. */
import { type Reader, until } from '../../lib/cli/reader.ts';

/** Runs a function, given as text, on the background's global object; what it answers must be JSON. */
export async function inBackground(reader: Reader, work: string): Promise<unknown> {
  const desk = await reader.desk();
  // Nobody is there before somebody asks.
  await reader.ask('getSync', {});
  if (reader.name === 'firefox') {
    return desk.evaluate(`browser.runtime.getBackgroundPage().then((page) => (${work})(page))`);
  }
  const { browser } = reader.running;
  const target = await browser.waitForTarget((each) => each.type() === 'service_worker');
  return (await target.worker())!.evaluate(`(${work})(globalThis)`);
}

/**
 * The transaction that puts the nth row into a table from now on is kept open for ever: whoever stops the background or
 * the browser after `held` does it in the middle of that transaction.
 */
export async function holdTransaction(reader: Reader, table: string, nth = 1): Promise<{ held: () => Promise<void> }> {
  await inBackground(
    reader,
    `(global) => {
      const { prototype } = global.IDBObjectStore;
      const { put } = prototype;
      let left = ${nth};
      global.isHeld = false;
      prototype.put = function (...args) {
        const request = put.apply(this, args);
        if (this.name === ${JSON.stringify(table)} && --left === 0) {
          // Open as long as something is asked of it.
          const again = () => {
            global.isHeld = true;
            this.count().onsuccess = again;
          };
          request.addEventListener('success', again);
        }
        return request;
      };
    }`,
  );
  return {
    held: async () => {
      await until('a transaction to be held', () =>
        inBackground(reader, '(global) => global.isHeld').then((held) => held === true),
      );
    },
  };
}

/** Every row put into a table from now on is refused with an error of this name; `undefined` ends it. */
export async function refuseRows(reader: Reader, table: string, error: string | undefined): Promise<void> {
  await inBackground(
    reader,
    `(global) => {
      const { prototype } = global.IDBObjectStore;
      const put = (global.realPut ??= prototype.put);
      prototype.put = function (...args) {
        const refused = ${JSON.stringify(error ?? null)};
        if (refused === null || this.name !== ${JSON.stringify(table)}) return put.apply(this, args);
        throw new global.DOMException('refused', refused);
      };
    }`,
  );
}
