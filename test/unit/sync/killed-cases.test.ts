import { beforeEach, describe, expect, test } from 'vitest';
import { LISTS } from './bad-lists.ts';
import { PARTS, publishPart } from './bad-parts.ts';
import { liveOf } from './bench-reader.ts';
import { lists, NEWEST, publisher, reader, setUp } from './third-revision.ts';

beforeEach(setUp);

describe('killed at every step of a case', () => {
  /** Runs a sync that is dead from its nth step on, for every n, and says how many steps there were. */
  async function killEverywhere(context: string): Promise<number> {
    const fault = reader.fault;
    for (let fatal = 0; ; fatal++) {
      let step = 0;
      const die = (): void => {
        if (step++ >= fatal) throw new Error('killed');
      };
      reader.store.before = die;
      reader.fault = (path, host) => {
        die();
        return fault(path, host);
      };
      await reader.sync();
      await reader.expectInvariants(`${context}, killed at step ${fatal}`);
      if (step <= fatal) return step;
    }
  }

  const finish = async (): Promise<void> => {
    reader.store.before = () => {};
    reader.fault = () => undefined;
    publisher.files.set('pack.json', lists[2]!);
    expect((await reader.sync()).kind).toMatch(/^(?:installed|confirmed)$/);
    expect(await reader.shown()).toBe(liveOf(NEWEST));
    await reader.expectInvariants();
  };

  test.each(LISTS.map(([title, , make]) => [title.replace(': ', ', '), make] as const))(
    '84: %s',
    async (title, make) => {
      const bytes = await make();
      publisher.delegated = {};
      reader.fault = (path) => (path === 'pack.json' ? new Response(bytes) : undefined);
      expect(await killEverywhere(title)).toBeGreaterThanOrEqual(3);
      await finish();
    },
  );

  test.each(PARTS.map(([title, , make]) => [title.replace(': ', ', '), make] as const))(
    '84: %s',
    async (title, make) => {
      await publishPart(...(await make()));
      expect(await killEverywhere(title)).toBeGreaterThan(6);
      await finish();
    },
  );

  test('84: and of a sync that goes well', async () => {
    reader.fault = () => undefined;
    expect(await killEverywhere('a good day')).toBeGreaterThan(6);
    await finish();
  });
});
