import { Job } from '#shared/job-token.ts'
import { Json } from './json.ts'

/** How pages write an input with a job, up to its end. */
const HEAD = /^\{"job":(\{"asker":"[\w-]+","token":"[\w-]+"\})/

/** No head with a job in it is longer. */
const LONGEST_HEAD = 200

/**
 * What the asker knows a call by, where they said it. Of an input that came as bytes only the beginning is read; one in
 * which something else comes first has no job that is known here.
 */
export function jobOf(input: unknown): Job | null {
  const job = Job.safeParse(input instanceof Json ? headOf(input) : fieldOf(input))
  return job.success ? job.data : null
}

const fieldOf = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'job' in input ? input.job : undefined

function headOf({ bytes }: Json): unknown {
  const head = HEAD.exec(new TextDecoder().decode(bytes.subarray(0, LONGEST_HEAD)))
  const written = head?.[1]
  if (written === undefined) return undefined
  const job: unknown = JSON.parse(written)
  return job
}
