import type { z } from 'zod'
import type { Api } from '#main/api/router.ts'
import { decoded } from '#main/runs/json.ts'
import { api as map, type Input, type Method, type Output } from '#shared/api.ts'
import { succeed, type Result } from '#shared/problem.ts'

const outputs: { readonly [M in Method]: { readonly output: z.ZodType<Output<M>> } } = map

/** A call by the host itself, through the same door as the page's, and typed like it. */
export async function call<M extends Method>(
  api: Api,
  method: M,
  input: Input<M>,
): Promise<Result<Output<M>>> {
  const answer = decoded(await api(method, input))
  return answer.ok ? succeed(outputs[method].output.parse(answer.value)) : answer
}
