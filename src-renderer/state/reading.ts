import { create } from 'zustand'
import type { RunState } from '#shared/runs.ts'
import { call } from './answers.ts'

/** Large files that are read on their way into the library, and workbooks that are written, for whichever window asked. */
export const useReading = create<{ readonly runs: readonly RunState[] }>(() => ({ runs: [] }))

/** Takes in what became of a run; only files that are read or written are of interest here. */
export function heardOfRun(run: RunState): void {
  if (run.method !== 'bundles.read' && run.method !== 'workbook.write') return
  const others = useReading.getState().runs.filter(({ id }) => id !== run.id)
  const goesOn = run.status === 'waiting' || run.status === 'running'
  useReading.setState({ runs: goesOn ? [...others, run] : others })
}

/** What is read now, where this window could not hear of it: at its start, and after its stream of events was broken. */
export async function lookForReading(): Promise<void> {
  const answer = await call('runs.list', {})
  if (!answer.ok) return
  useReading.setState({ runs: [] })
  for (const run of answer.value) heardOfRun(run)
}

/** Nothing of the file is kept; whoever imports it is answered so. */
export const cancelReading = (id: string): void => void call('runs.cancel', { id })
