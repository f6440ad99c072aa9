import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'
import { PATIENT } from './test/patience.ts'

/** Tests that put another module in the place of one: nobody else may be given it. */
const REPLACING = [
  'hosts/bundle-spelling',
  'hosts/download-folder',
  'hosts/handover',
  'hosts/serving-fails',
  'store/restore',
  'store/replacement',
  'store/lost-changes',
].map((name) => `test/${name}.test.ts`)
const BROWSER = 'test/e2e/**/*.test.ts'

/** A test that waits for longer has hung: on a busy machine the slowest take minutes. */
const PATIENCE_MS = 10 * 60_000

export default defineConfig({
  test: {
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    expect: { poll: PATIENT },
    // Left to itself Vitest keeps one core free, which is half of two.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // The built bundles are loaded as they are, by Node itself.
    server: { deps: { external: [/\/out\/main\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'sharing',
          setupFiles: 'test/seeded-laws.ts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...REPLACING, BROWSER],
          // To read and compile the sources for each file anew takes as long as half of the tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'replacing', include: REPLACING } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [BROWSER],
          isolate: false,
          // When all else is done. Pages wait for what they show more than they work.
          maxWorkers: Math.ceil(availableParallelism() * 1.5),
          sequence: { groupOrder: 1 },
          globalSetup: 'test/e2e/support/one-browser.ts',
        },
      },
    ],
  },
})
