import type { Job } from '#shared/job-token.ts'
import type { PartMethod } from './part-method.ts'

/** This window, to whom it asks of open results: what it opens calls off what it asked of an older state. */
const ASKER = crypto.randomUUID()

/** A job of this window that nobody else knows. */
export const newJob = (): Job => ({ asker: ASKER, token: crypto.randomUUID() })

/** What this window asks of results, and waits for. */
export interface JobUnderWay {
  readonly token: string
  readonly method: PartMethod
}

type Follow = (jobs: readonly JobUnderWay[]) => void

let underWay: readonly JobUnderWay[] = []
let follow: Follow = () => undefined

/** Says who hears what is under way, each time that changes. */
export function followJobs(follower: Follow): void {
  follow = follower
}

/** Notes that something is asked; answers how to note that it is over. */
export function begin(job: JobUnderWay): () => void {
  tell([...underWay, job])
  return () => tell(underWay.filter((one) => one !== job))
}

function tell(jobs: readonly JobUnderWay[]): void {
  underWay = jobs
  follow(jobs)
}
