import type { Events, Runs } from '#main/api/services.ts'
import { createRuns } from '#main/runs/runs.ts'
import type { Input } from '#shared/api.ts'
import type { RunState } from '#shared/runs.ts'
import { SOURCE_THREADS } from '../fakes/source-threads.ts'

/** Ten years in which every day's upgrade is tried: seconds of work. */
export const LONG_CALL: Input<'analysis.bestUpgrade'> = {
  scenario: {
    schemaVersion: 1,
    name: 'Ten years',
    catalog: 'elevenlabs-2026-04',
    plan: 'creator',
    start: '2026-01-31',
    months: 120,
    overage: { optIn: true },
    usage: {
      kind: 'pattern',
      monthly: '300000',
      pattern: { kind: 'seasonal', amplitude: '40', peakMonth: 11 },
    },
  },
  plan: 'pro',
}

/** A hundred streams over two years, written out in full: an answer of ten megabytes. */
export const LARGE_CALL: Input<'scenarios.run'> = {
  ...LONG_CALL.scenario,
  name: 'A hundred streams',
  months: 24,
  usage: {
    kind: 'streams',
    streams: Array.from({ length: 100 }, (_, index) => ({
      id: `stream ${String(index)}`,
      product: 'text-to-speech',
      model: 'English v1',
      monthly: '7',
    })),
  },
}

export const openRuns = (events: Events, size: number): Runs =>
  createRuns({ events, size, worker: SOURCE_THREADS.worker })

export const startLongRun = (runs: Runs): RunState => runs.start('analysis.bestUpgrade', LONG_CALL)

/** The run as soon as `is` holds for it. */
export const untilRun = (
  { runs, events }: { readonly runs: Runs; readonly events: Events },
  id: string,
  is: (run: RunState) => boolean,
): Promise<RunState> =>
  new Promise((resolve) => {
    const now = runs.list().find((run) => run.id === id)
    if (now && is(now)) return resolve(now)
    const stop = events.subscribe((event) => {
      if (event.kind !== 'run' || event.run.id !== id || !is(event.run)) return
      stop()
      resolve(event.run)
    })
  })

/** Its thread has started and tells how far it is. */
export const isAtWork = ({ status, progress }: RunState): boolean => status === 'running' && progress !== null
