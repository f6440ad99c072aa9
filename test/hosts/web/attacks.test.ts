import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { serveOnLoopback, type WebHost } from '#main/hosts/web/server.ts'
import { fakeBundle, type FakeBundle } from '../../fakes/bundle.ts'
import { send } from '../../fakes/http.ts'

let bundle: FakeBundle
let host: WebHost

beforeAll(async () => {
  bundle = fakeBundle()
  host = await serveOnLoopback({ api: createApi({ host: 'web' }), root: bundle.root, patienceMs: 300 })
})
afterAll(async () => {
  await host.close()
  bundle.remove()
})

/** Says exactly this on a connection, and answers with all that came back until the host hung up. */
async function say(...parts: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(host.origin).port), '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')))
  socket.on('error', () => undefined)
  for (const part of parts) socket.write(part, 'latin1')
  await once(socket, 'close')
  return heard
}

const name = () => new URL(host.origin).host
const head = (line: string, ...headers: readonly string[]) =>
  [`${line} HTTP/1.1`, `Host: ${name()}`, ...headers, '', ''].join('\r\n')
const callHead = (...headers: readonly string[]) =>
  head('POST /api/app.info', 'Content-Type: application/json', `X-Tierwise-Token: ${host.token}`, ...headers)

const call = (method: string, body: string) =>
  send(host.origin, {
    method: 'POST',
    path: `/api/${method}`,
    headers: { 'content-type': 'application/json', 'x-tierwise-token': host.token },
    body,
  })

describe('a client that does not keep to the rules', () => {
  it('is hung up on when it sends its headers too slowly', async () => {
    expect(await say('GET / HTTP/1.1\r\nHost: ')).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('is hung up on when it sends its body too slowly', async () => {
    expect(await say(callHead('Content-Length: 100'), '{')).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('is refused with more headers than a browser sends', async () => {
    expect(await say(head('GET /', `X-Padding: ${'x'.repeat(20_000)}`))).toMatch(/^HTTP\/1\.1 431 /)
  })

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['a header with a NUL', 'GET / HTTP/1.1\r\nHost: \0\r\n\r\n'],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
    [
      'two lengths, as to smuggle a request',
      'POST /api/app.info HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
  ])('is refused with %s', async (_what, request) => {
    expect(await say(request)).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('cannot make a tunnel of it', async () => {
    expect(await say(head('CONNECT evil.example:443'))).not.toContain('200')
  })

  it('cannot change the protocol on the connection', async () => {
    const upgrade = ['Connection: Upgrade, close', 'Upgrade: websocket']
    expect(await say(head('GET /', ...upgrade))).not.toContain('101')
  })

  it('is not taken for us by a whole address of another host', async () => {
    const request = `GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`
    expect(await say(request)).toMatch(/^HTTP\/1\.1 403 /)
  })
})

describe('input made to break something', () => {
  it.each([
    ['a prototype key', '{"__proto__":{"id":"x"}}'],
    ['a constructor', '{"constructor":{"prototype":{"id":"x"}}}'],
    ['a number for text', '{"id":1e999}'],
    ['a list for an object', '[[]]'],
    ['nothing', 'null'],
    ['a lone surrogate', String.raw`{"id":"\ud800"}`],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('is refused: %s', async (_what, body) => {
    const response = await call('catalogs.get', body)
    expect(response.status).toBe(200)
    expect(JSON.parse(response.body)).toMatchObject({ ok: false })
  })

  it.each(['__proto__', 'constructor', 'toString', 'app.info/../runs.start', '%61pp.info', ''])(
    'names no method: "%s"',
    async (method) => {
      const response = await call(method, '{}')
      expect(JSON.parse(response.body)).toMatchObject({
        ok: false,
        problems: [{ code: 'api.unknown_method' }],
      })
    },
  )

  it('leaves the prototype of objects alone', async () => {
    await call('documents.validate', '{"document":{"__proto__":{"polluted":true}}}')
    expect('polluted' in {}).toBe(false)
  })
})
