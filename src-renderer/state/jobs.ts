import { create } from 'zustand'

/** What this window does that may take long: how far it is, and how it is called off. */
export interface RunningJob {
  readonly id: number
  /** `Saving the ledger` */
  readonly what: string
  /** From 0 to 1. */
  readonly progress: number
  readonly cancel: () => void
}

/** What the work of a job is given. */
export interface Job {
  readonly signal: AbortSignal
  readonly onProgress: (progress: number) => void
}

/** Those that have taken long enough to be waited for. */
export const useJobs = create<{ readonly jobs: readonly RunningJob[] }>(() => ({ jobs: [] }))

/** What is done within this time is not announced: a word that flashes tells nothing. */
const QUIET_MS = 300

let lastId = 0

/** Does some work, and lets a person see how far it is and call it off once it takes long. */
export async function inSight<T>(what: string, work: (job: Job) => Promise<T>): Promise<T> {
  lastId += 1
  const id = lastId
  const control = new AbortController()
  let progress = 0
  const others = () => useJobs.getState().jobs.filter((job) => job.id !== id)
  const show = () =>
    useJobs.setState({ jobs: [...others(), { id, what, progress, cancel: () => control.abort() }] })
  const timer = setTimeout(show, QUIET_MS)
  const isShown = () => useJobs.getState().jobs.some((job) => job.id === id)
  try {
    return await work({
      signal: control.signal,
      onProgress: (now) => {
        progress = now
        if (isShown()) show()
      },
    })
  } finally {
    clearTimeout(timer)
    useJobs.setState({ jobs: others() })
  }
}
