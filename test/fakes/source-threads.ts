import type { Threads } from '#main/hosts/application.ts'

/** The threads of the application as its sources have them, where nothing is built. */
export const SOURCE_THREADS: Threads = {
  worker: new URL('../../src-main/api/worker.ts', import.meta.url),
  keeper: new URL('../../src-main/api/keeper-worker.ts', import.meta.url),
  results: new URL('../../src-main/api/results-worker.ts', import.meta.url),
}
