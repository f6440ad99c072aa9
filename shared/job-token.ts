import * as z from './zod.ts'

/**
 * By what an asker knows a job of theirs that may take long: its progress is told with it, and it is called off by it.
 * Made by the asker and too long to be guessed, so that nobody else has it; a random UUID is one.
 */
export const JobToken = z
  .string()
  .regex(/^[\w-]{16,64}$/, 'Expected 16 to 64 letters, digits, hyphens or underscores.')
export type JobToken = z.infer<typeof JobToken>
