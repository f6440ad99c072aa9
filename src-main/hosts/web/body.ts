import type { IncomingMessage } from 'node:http'
import { Json } from '#main/runs/json.ts'
import { MOST_PLAIN_INPUT } from '#shared/bridge.ts'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import { MOST_BEFORE_FILE, WITH_FILE } from '#shared/call-with-file.ts'
import { refuse, succeed, type Problem, type Result } from '#shared/problem.ts'
import { contentTypeOf } from './content-type.ts'
import type { Refusal } from './guard.ts'
import { inputWithFile } from './input-with-file.ts'

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE
export const BODY_LIMIT = 16 * MEGABYTE
/** What is read of a call, and not kept, past its limit before the connection is cut. */
export const DRAINED = 16 * MEGABYTE

/** How large the body of a call may be, in bytes. */
export const bodyLimit = (method: string): number =>
  method === 'bundles.import' ? MOST_BUNDLE_BYTES + MOST_BEFORE_FILE : BODY_LIMIT

export interface BodyLimits {
  /** What is kept, in bytes. */
  readonly limit: number
  /**
   * What is read past it before it is refused. An answer that is sent while the client still writes may reach it as a
   * reset: one of ours is worth hearing it, a stranger is not.
   */
  readonly drained?: number
}

/**
 * The input of a call: the request's JSON body, as `Json` where it is too large to be read here, or a file with the rest
 * of the input in front. A body over the limit is refused without being kept.
 */
export async function readInput(request: IncomingMessage, limits: BodyLimits): Promise<Result<unknown>> {
  const body = await readBody(request, limits)
  if (!body.ok) return body
  if (contentTypeOf(request) !== WITH_FILE) return jsonIn(body.value)
  const input = inputWithFile(body.value)
  return input === undefined ? malformed('The body has no input in front of its file.') : succeed(input)
}

/** The request's JSON body, as `readInput`. */
export async function readJson(request: IncomingMessage, limits: BodyLimits): Promise<Result<unknown>> {
  const body = await readBody(request, limits)
  return body.ok ? jsonIn(body.value) : body
}

async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Result<Buffer>> {
  const bytes = await readAtMost(request, limits)
  if (bytes) return succeed(bytes)
  const message = `The body is larger than ${inWords(limits.limit)}.`
  return refuse({ code: TOO_LARGE, message, path: '' })
}

function jsonIn(bytes: Buffer): Result<unknown> {
  if (bytes.length > MOST_PLAIN_INPUT) return succeed(new Json(new Uint8Array(bytes)))
  try {
    return succeed(JSON.parse(bytes.toString('utf8')))
  } catch {
    return malformed('The body is not JSON.')
  }
}

const malformed = (message: string) => refuse({ code: MALFORMED, message, path: '' })

/** How a body that was not read is refused over HTTP. */
export function refusedBody({
  problems: [problem = UNREAD],
}: {
  readonly problems: readonly Problem[]
}): Refusal {
  return { status: problem.code === TOO_LARGE ? 413 : 400, problem }
}

const TOO_LARGE = 'http.too_large'
const MALFORMED = 'http.malformed'
const UNREAD: Problem = { code: MALFORMED, message: 'The body could not be read.', path: '' }

const inWords = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.floor(bytes / KILOBYTE)} kB` : `${Math.floor(bytes / MEGABYTE)} MB`

async function readAtMost(
  request: IncomingMessage,
  { limit, drained = 0 }: BodyLimits,
): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit + drained) return undefined
  let chunks: Buffer[] = []
  let size = 0
  // Left open when the reading ends early: there is an answer to send on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= limit) chunks.push(bytes)
    else chunks = []
    if (size > limit + drained) return undefined
  }
  return size > limit ? undefined : Buffer.concat(chunks)
}
