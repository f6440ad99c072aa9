import type { IncomingMessage } from 'node:http'
import { Json } from '#main/runs/json.ts'
import { MOST_PLAIN_INPUT } from '#shared/bridge.ts'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import { refuse, succeed, type Problem, type Result } from '#shared/problem.ts'
import type { Refusal } from './guard.ts'

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE
export const BODY_LIMIT = 16 * MEGABYTE
/** A bundle is text inside JSON, which doubles each of its quotes and line ends. */
const IMPORT_LIMIT = 2 * MOST_BUNDLE_BYTES + MEGABYTE
/** What is read of a call, and not kept, past its limit before the connection is cut. */
export const DRAINED = 16 * MEGABYTE

/** How large the body of a call may be, in bytes. */
export const bodyLimit = (method: string): number => (method === 'bundles.import' ? IMPORT_LIMIT : BODY_LIMIT)

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
 * The request's JSON body, as `Json` where it is too large to be read here; a body over the limit is refused without being
 * kept.
 */
export async function readJson(request: IncomingMessage, limits: BodyLimits): Promise<Result<unknown>> {
  const bytes = await readAtMost(request, limits)
  if (!bytes) {
    const message = `The body is larger than ${inWords(limits.limit)}.`
    return refuse({ code: TOO_LARGE, message, path: '' })
  }
  if (bytes.length > MOST_PLAIN_INPUT) return succeed(new Json(new Uint8Array(bytes)))
  try {
    return succeed(JSON.parse(bytes.toString('utf8')))
  } catch {
    return refuse({ code: 'http.malformed', message: 'The body is not JSON.', path: '' })
  }
}

/** How a body that was not read is refused over HTTP. */
export function refusedBody({
  problems: [problem = UNREAD],
}: {
  readonly problems: readonly Problem[]
}): Refusal {
  return { status: problem.code === TOO_LARGE ? 413 : 400, problem }
}

const TOO_LARGE = 'http.too_large'
const UNREAD: Problem = { code: 'http.malformed', message: 'The body could not be read.', path: '' }

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
