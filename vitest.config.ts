import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'
import { PATIENT } from './test/patience.ts'

/** Rooms whose sources keep nothing between calls: their tests may share what they import. */
const ENGINE = ['engine', 'laws', 'golden', 'catalogs', 'seeds'].map((room) => `test/${room}/**/*.test.ts`)
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
      { extends: true, test: { name: 'engine', include: ENGINE, isolate: false } },
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
      {
        extends: true,
        test: { name: 'rest', include: ['test/**/*.test.{ts,tsx}'], exclude: [...ENGINE, BROWSER] },
      },
    ],
  },
})
