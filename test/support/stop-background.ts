import { pause, type Reader, until } from '../../lib/cli/reader.ts';

/**
 * Ends the background as the browser does: its worker in Chromium, its event page in Firefox, which must have been
 * started with an idle time of a second (`extensions.background.idle.timeout`).
 */
export async function stopBackground(reader: Reader): Promise<void> {
  if (reader.name === 'firefox') return pause(4_000);
  const workers = () => reader.running.browser.targets().filter((each) => each.type() === 'service_worker');
  // A worker that is just being started does not hear it the first time.
  await until('the worker to stop', async () => {
    for (const target of workers()) await (await target.worker())?.close().catch(() => {});
    return workers().length === 0;
  });
}
