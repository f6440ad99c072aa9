import type { Input, Invoke, Method, Output } from '#shared/api.ts'
import type { Result } from '#shared/result.ts'

/** What is asked of a result that is open. */
export type PartMethod = Extract<Exclude<Method, 'results.open' | 'results.cancel'>, `results.${string}`>

type Reopen = (id: string) => Promise<boolean>

let reopen: Reopen = () => Promise.resolve(false)

/** Says how a result is opened again that is not kept any more; answers whether it is there then. */
export function reopenWith(again: Reopen): void {
  reopen = again
}

/** Asks for a part of a result, and opens the result again where that was let go of meanwhile. */
export async function askPart<M extends PartMethod>(
  invoke: Invoke,
  method: M,
  input: Input<M>,
): Promise<Result<Output<M>>> {
  const answer = await invoke(method, input)
  if (answer.ok || !answer.problems.some(({ code }) => code === 'result.gone')) return answer
  return (await reopen(input.id)) ? invoke(method, input) : answer
}
