import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { readJson, refusedBody } from './body.ts'
import type { Refusal } from './guard.ts'

/** How one who asks to come in is answered. */
export interface Admission {
  readonly status: number
  readonly result: Result<unknown>
}

export const admitted = (value: unknown): Admission => ({ status: 200, result: succeed(value) })
export const turnedAway = ({ status, problem }: Refusal): Admission => ({ status, result: refuse(problem) })

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refused: Admission }

/** Reads a stranger's body, and not a byte more than the limit is worth. */
export async function readAs<T>(
  schema: z.ZodType<T>,
  request: IncomingMessage,
  limit: number,
): Promise<Read<T>> {
  const body = await readJson(request, { limit })
  if (!body.ok) return { ok: false, refused: turnedAway(refusedBody(body)) }
  const read = schema.safeParse(body.value)
  return read.success ? { ok: true, value: read.data } : { ok: false, refused: turnedAway(MALFORMED) }
}

const MALFORMED: Refusal = {
  status: 400,
  problem: { code: 'http.malformed', message: 'The body is not what is asked for here.', path: '' },
}
