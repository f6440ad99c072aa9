import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Entered, Entry } from '#shared/bridge.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'
import { BODY_LIMIT, readJson } from './body.ts'
import type { Door } from './door.ts'
import { type Refusal, refuseCall, refuseSender } from './guard.ts'

/** Asked by a second start of the program, with the key that only this user can read. */
export const AGAIN_PATH = '/again'

const entrySchema: z.ZodType<Entry> = z.strictObject({ ticket: z.string() })

const MOST_FILES = 100
const againSchema = z.strictObject({ files: z.array(z.string()).max(MOST_FILES) })

export interface Admission {
  readonly status: number
  readonly result: Result<unknown>
}

/** Gives our page the token for the ticket in its address. */
export async function enter(request: IncomingMessage, door: Door): Promise<Admission> {
  const refused = refuseSender(request)
  if (refused) return no(refused)
  const asked = await readAs(entrySchema, request)
  if (!asked.ok) return { status: 400, result: asked }
  const entered: Entered = { token: door.token }
  if (door.admits(asked.value.ticket)) return yes(entered)
  const message = 'This link was used already, or waited too long. Open the address that the terminal shows.'
  return no({ status: 401, problem: { code: 'http.ticket', message, path: 'ticket' } })
}

/** Takes what a second start was to do, and tells it where the one that runs is. */
export async function again(request: IncomingMessage, door: Door, origin: string): Promise<Admission> {
  const refused = refuseCall(request, door.key)
  if (refused) return no(refused)
  const asked = await readAs(againSchema, request)
  if (!asked.ok) return { status: 400, result: asked }
  await door.onAgain(asked.value.files)
  return yes(door.invite(origin))
}

const yes = (value: unknown): Admission => ({ status: 200, result: succeed(value) })
const no = ({ status, problem }: Refusal): Admission => ({ status, result: refuse(problem) })

async function readAs<T>(schema: z.ZodType<T>, request: IncomingMessage): Promise<Result<T>> {
  const body = await readJson(request, BODY_LIMIT)
  if (!body.ok) return body
  const read = schema.safeParse(body.value)
  if (read.success) return succeed(read.data)
  return refuse({ code: 'http.malformed', message: 'The body is not what is asked for here.', path: '' })
}
