import { defineConfig } from 'vitest/config';

// Projects by what they need: `unit` is Node alone; `browser` drives the built extension in Chromium and Firefox;
// `long` is sweeps and large seeds, run before something is called done (npm run test:long).
export default defineConfig({
  test: {
    projects: [
      // A walk through the commands starts thirty programs: a loaded machine takes a minute for it.
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'long',
          include: [
            'test/long/**/*.test.ts',
            'test/unit/**/*-seeds.test.ts',
            'test/unit/gazetteer/property.test.ts',
            'test/browser/sync-kill.test.ts',
            'test/browser/sync-reading.test.ts',
            'test/browser/sync-upgrade.test.ts',
          ],
          globalSetup: ['test/support/build-extension.ts'],
          hookTimeout: 120_000,
          env: { SEEDS: '10000', GAZETTEER_DICTIONARIES: '5000' },
          testTimeout: 1_800_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // Browsers killed at every step take minutes: part of the long run.
          exclude: ['test/browser/sync-kill.test.ts', 'test/browser/sync-upgrade.test.ts'],
          globalSetup: ['test/support/build-extension.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One browser at a time: two cores, and pointer tests need the machine's attention.
          fileParallelism: false,
        },
      },
    ],
  },
});
