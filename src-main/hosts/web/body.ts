import type { IncomingMessage } from 'node:http'
import { Json } from '#main/runs/json.ts'
import { MOST_PLAIN_INPUT } from '#shared/bridge.ts'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import { refuse, succeed, type Result } from '#shared/problem.ts'

const MEGABYTE = 1024 * 1024
export const BODY_LIMIT = 16 * MEGABYTE
/** A bundle is text inside JSON, which doubles each of its quotes and line ends. */
const IMPORT_LIMIT = 2 * MOST_BUNDLE_BYTES + MEGABYTE
/** What is read, and not kept, past a limit before the connection is cut. */
const DRAINED = 16 * MEGABYTE

/** How large the body of a call may be, in bytes. */
export const bodyLimit = (method: string): number => (method === 'bundles.import' ? IMPORT_LIMIT : BODY_LIMIT)

/**
 * The request's JSON body, as `Json` where it is too large to be read here; a body over the limit is refused without being
 * kept.
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<Result<unknown>> {
  const bytes = await readAtMost(request, limit)
  if (!bytes) {
    const message = `The body is larger than ${String(Math.floor(limit / MEGABYTE))} MB.`
    return refuse({ code: 'http.too_large', message, path: '' })
  }
  if (bytes.length > MOST_PLAIN_INPUT) return succeed(new Json(new Uint8Array(bytes)))
  try {
    return succeed(JSON.parse(bytes.toString('utf8')))
  } catch {
    return refuse({ code: 'http.malformed', message: 'The body is not JSON.', path: '' })
  }
}

async function readAtMost(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  let chunks: Buffer[] = []
  let size = 0
  // Read on also past the limit: an answer sent while the client still writes would reach it as a reset.
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= limit) chunks.push(bytes)
    else chunks = []
    if (size > limit + DRAINED) return undefined
  }
  return size > limit ? undefined : Buffer.concat(chunks)
}
