import * as z from './zod.ts'

/**
 * By what an asker knows a job of theirs that may take long: its progress is told with it, and it is called off by it.
 * Made by the asker and too long to be guessed, so that nobody else has it; a random UUID is one.
 */
export const JobToken = z
  .string()
  .regex(/^[\w-]{16,64}$/, 'Expected 16 to 64 letters, digits, hyphens or underscores.')
export type JobToken = z.infer<typeof JobToken>

/**
 * A job that is asked of open results. What an asker has not been answered yet is called off when the same asker opens a
 * newer state, so a window is one asker. `job` comes first in an input and `asker` first in it: it is read there where the
 * rest passes by unread.
 */
export const Job = z.strictObject({ asker: JobToken, token: JobToken })
export type Job = Readonly<z.infer<typeof Job>>
