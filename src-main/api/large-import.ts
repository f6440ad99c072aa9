import { answerOfRun } from '#main/runs/threaded-calls.ts'
import { MOST_PLAIN_INPUT } from '#shared/bridge.ts'
import { hasFile } from '#shared/call-with-file.ts'
import type { Result } from '#shared/problem.ts'
import type { Services } from './services.ts'

/** Whether an import takes longer to read than anybody may be kept waiting. */
export const isLargeImport = (input: unknown): boolean =>
  hasFile(input) && input.file.length > MOST_PLAIN_INPUT

/**
 * Imports a file that is too large to be read at once: a run reads it, which tells how far it is and can be cancelled,
 * and the library takes in what the run made of it. Cancelled, too, where nobody waits for the answer any more.
 */
export async function importLarge(
  { runs, kept }: Pick<Services, 'runs' | 'kept'>,
  input: unknown,
  signal?: AbortSignal,
): Promise<Result<unknown>> {
  const read = await answerOfRun(runs, 'bundles.read', input, { signal })
  return read.ok ? kept('own.takeIn', read.value) : read
}
