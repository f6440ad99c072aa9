import type { IncomingMessage } from 'node:http'
import { refuse, succeed, type Result } from '#shared/problem.ts'

export const BODY_LIMIT = 1024 * 1024

/** The request's JSON body; a body over the limit is refused without being kept. */
export async function readJson(request: IncomingMessage): Promise<Result<unknown>> {
  const bytes = await readAtMost(request, BODY_LIMIT)
  if (!bytes) return refuse({ code: 'http.too_large', message: 'The body is larger than 1 MB.', path: '' })
  try {
    return succeed(JSON.parse(bytes.toString('utf8')))
  } catch {
    return refuse({ code: 'http.malformed', message: 'The body is not JSON.', path: '' })
  }
}

async function readAtMost(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  // Read to the end also past the limit: an answer sent while the client still writes would reach it as a reset.
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= limit) chunks.push(bytes)
    if (size > limit * 16) return undefined
  }
  return size > limit ? undefined : Buffer.concat(chunks)
}
