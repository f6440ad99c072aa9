import { request, type OutgoingHttpHeaders } from 'node:http'

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
