import { z } from 'zod'
import { Json } from '#main/runs/json.ts'
import { answerOfRun } from '#main/runs/threaded-calls.ts'
import { MOST_PLAIN_INPUT } from '#shared/bridge.ts'
import type { Result } from '#shared/problem.ts'
import type { Services } from './services.ts'

const LongText = z.object({ text: z.string().min(MOST_PLAIN_INPUT) })

/** Whether an import takes longer to read than anybody may be kept waiting. */
export const isLargeImport = (input: unknown): boolean =>
  input instanceof Json || LongText.safeParse(input).success

/**
 * Imports a file that is too large to be read at once: a run reads it, which tells how far it is and can be cancelled,
 * and the library takes in what the run made of it. Cancelled, too, where nobody waits for the answer any more.
 */
export async function importLarge(
  { runs, kept }: Pick<Services, 'runs' | 'kept'>,
  input: unknown,
  signal?: AbortSignal,
): Promise<Result<unknown>> {
  const read = await answerOfRun(runs, 'bundles.read', input, signal)
  return read.ok ? kept('own.takeIn', read.value) : read
}
