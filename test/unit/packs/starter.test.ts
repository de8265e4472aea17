import { describe, expect, test } from 'vitest';
import { STARTER_PACK } from '../../../lib/cli/knowledge.ts';
import { readSourceFolder } from '../../../lib/cli/source-folder.ts';
import { buildBundle, openBundle } from '../../../lib/packs/bundle.ts';
import { lintPack } from '../../../lib/packs/lint.ts';

const source = readSourceFolder(STARTER_PACK);

describe('the starter pack', () => {
  test('has nothing to mend', () => {
    const told = lintPack(source).map(
      ({ file, line, record, field, message, rule }) => `${file}:${line} ${record} ${field}: ${message} (${rule})`,
    );
    expect(told).toEqual([]);
  });

  test('is built and opened without losing a record', async () => {
    const files = await buildBundle(source.pack);
    expect(await openBundle(async (path) => files.get(path)!)).toEqual(source.pack);
  });
});
