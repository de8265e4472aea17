import { fileOf } from '../../../lib/packs/revision.ts';
import { CachedHost } from './cached-host.ts';
import type { Nginx } from './nginx.ts';
import { DAY, FIRST_DAY, HOUR, type PublishedDays, putDays } from './published-days.ts';

/**
 * Many who ask at the same moment for what the cache does not have: a list that has just expired, a file nobody asked for
 * before. How often the publisher's host is asked then.
 */
export async function askAtOnce(
  published: PublishedDays,
  readers: number,
  nginx: Nginx,
  folder: string,
): Promise<{ readonly list: number; readonly segment: number }> {
  const count = published.days.length;
  const now = FIRST_DAY + count * DAY;
  const host = await CachedHost.start(nginx, folder, now, 'public, max-age=1800');
  const list = host.url;
  const segment = new URL(fileOf(published.days[count - 1]!.revision.deltas.at(-1)!), list).href;
  try {
    await putDays(host.www, published, count);
    await (await fetch(list)).arrayBuffer();
    await host.setClock(now + HOUR);
    for (const url of [list, segment]) {
      const answers = await Promise.all(Array.from({ length: readers }, () => fetch(url)));
      for (const answer of answers)
        if ((await answer.arrayBuffer()).byteLength === 0) throw new Error(`nothing from ${url}`);
    }
  } finally {
    await host.stop();
  }
  const { atOrigin } = await host.answers();
  // The first is the one that put the list into the cache.
  const asked = (url: string): number => atOrigin.filter(({ path }) => url.endsWith(path)).length;
  return { list: asked(list) - 1, segment: asked(segment) };
}
