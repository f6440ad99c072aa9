import { request, type OutgoingHttpHeaders } from 'node:http'
import { z } from 'zod'

export interface RawRequest {
  readonly method?: string
  /** Sent as it stands: `fetch` would tidy `..` away and refuses to set Host. */
  readonly path: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
}

export interface RawResponse {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: string
}

/** Sends a request byte for byte as an attacker could. */
export function send(
  origin: string,
  { method = 'GET', path, headers, body }: RawRequest,
): Promise<RawResponse> {
  const { hostname, port } = new URL(origin)
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { hostname, port, method, path, agent: false, headers: { ...length, ...headers } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

const ticketOf = (address: string): string => new URL(address).hash.replace('#ticket=', '')

/** Comes in at an address as a page does; the token that it is given. */
export async function enterAt(address: string): Promise<string> {
  const { status, body } = await enter(address)
  if (status !== 200) throw new Error(`Not let in: ${body}`)
  return z.object({ value: z.object({ token: z.string() }) }).parse(JSON.parse(body)).value.token
}

/** The same, whatever comes of it. */
export const enter = (address: string): Promise<RawResponse> =>
  send(new URL(address).origin, {
    method: 'POST',
    path: '/enter',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket: ticketOf(address) }),
  })
