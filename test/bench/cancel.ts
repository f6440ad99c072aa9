import { createEvents } from '#main/api/events.ts'
import { runs as runsArea } from '#main/api/runs.ts'
import type { RunState } from '#shared/runs.ts'
import { isAtWork, openRuns, startLongRun, untilRun } from './long-runs.ts'
import { percentile } from './measure.ts'
import { measured, type Row } from './row.ts'

const CANCELS = 30

/**
 * How soon a run that is in the middle of its work is cancelled: until the API answers so, and until its thread is
 * gone and the run that waited for it has another.
 */
export async function cancelRows(): Promise<readonly Row[]> {
  const events = createEvents()
  const runs = openRuns(events, 1)
  const area = runsArea({ runs })
  const answered: number[] = []
  const freed: number[] = []
  try {
    let current = startLongRun(runs)
    for (let count = 0; count < CANCELS; count++) {
      const next = startLongRun(runs)
      await untilRun({ runs, events }, current.id, isAtWork)
      const nextStarts = untilRun({ runs, events }, next.id, isRunning)
      const asked = performance.now()
      await area['runs.cancel']({ id: current.id })
      answered.push(performance.now() - asked)
      await nextStarts
      freed.push(performance.now() - asked)
      current = next
    }
  } finally {
    await runs.close()
  }
  return [
    measured('cancel a long run: until it is answered, worst of 30', 'ms', percentile(answered, 1), {
      below: 100,
    }),
    measured('  until the next run has its thread, worst of 30', 'ms', percentile(freed, 1)),
  ]
}

const isRunning = ({ status }: RunState): boolean => status === 'running'
