import { once } from 'node:events'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect, Socket } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '#main/api/router.ts'
import { type EnteredHost, serveToPage } from '../../fakes/entered-host.ts'
import { fakeBundle, type FakeBundle } from '../../fakes/bundle.ts'
import { send } from '../../fakes/http.ts'

const MEGABYTE = 1024 * 1024

let bundle: FakeBundle
let host: EnteredHost

beforeAll(async () => {
  bundle = fakeBundle()
  host = await serveToPage({ api: createApi({ host: 'web' }), root: bundle.root, patienceMs: 300 })
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
const callHeadOf = (token: string, ...headers: readonly string[]) =>
  head('POST /api/app.info', 'Content-Type: application/json', `X-Tierwise-Token: ${token}`, ...headers)
const callHead = (...headers: readonly string[]) => callHeadOf(host.token, ...headers)

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
  ])('is refused with %s', async (_what, text) => {
    expect(await say(text)).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('cannot make a tunnel of it: it is hung up on without a word', async () => {
    expect(await say(head(`CONNECT ${name()}`), head('GET /', 'Connection: close'))).toBe('')
  })

  it('cannot change the protocol on the connection: it hears what anybody does', async () => {
    const upgrade = ['Connection: Upgrade, close', 'Upgrade: websocket']
    const heard = await say(head('GET /', ...upgrade))
    expect(heard).toMatch(/^HTTP\/1\.1 200 [^]*<title>Tierwise<\/title>$/)
    expect(heard).not.toMatch(/^upgrade:/im)
  })

  it('is not taken for us by a whole address of another host', async () => {
    const whole = `GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`
    expect(await say(whole)).toMatch(/^HTTP\/1\.1 403 /)
  })
})

/** What the host's end of a connection is, once something was asked on it. */
async function hostEndOf(ask: () => unknown): Promise<Socket> {
  const heard = Promise.withResolvers<Socket>()
  const note = (message: unknown) => {
    if (
      typeof message === 'object' &&
      message !== null &&
      'socket' in message &&
      message.socket instanceof Socket
    )
      heard.resolve(message.socket)
  }
  subscribe('http.server.request.start', note)
  ask()
  const socket = await heard.promise
  unsubscribe('http.server.request.start', note)
  return socket
}

const connection = () => {
  const socket = connect(Number(new URL(host.origin).port), '127.0.0.1')
  socket.on('error', () => undefined)
  return socket
}
/** However it comes to its end. */
const closeOf = (socket: Socket) =>
  new Promise<void>((resolve) => {
    if (socket.destroyed) resolve()
    else socket.once('close', () => resolve())
  })

describe('a body that nobody asked for', () => {
  const LARGE = 15 * MEGABYTE
  const lengthOf = `Content-Length: ${LARGE}`

  it.each([
    ['a ticket', 413, () => head('POST /enter', 'Content-Type: application/json', lengthOf)],
    [
      'a call without a token',
      401,
      () => head('POST /api/app.info', 'Content-Type: application/json', lengthOf),
    ],
    ['a second start', 413, () => head('POST /again', 'Content-Type: application/json', lengthOf)],
    ['a file', 405, () => head('POST /', lengthOf)],
    ['nothing, for a page that needs none', 200, () => head('GET /', lengthOf)],
    ['another site', 403, () => head('POST /enter', 'Origin: http://evil.example', lengthOf)],
  ])('is refused before it is read, sent as that of %s', async (_what, status, start) => {
    expect(await say(start())).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))

    const client = connection()
    const hostEnd = await hostEndOf(() => client.write(start()))
    client.write(Buffer.alloc(LARGE, ' '))
    await closeOf(hostEnd)
    expect(hostEnd.bytesRead).toBeLessThan(MEGABYTE)
  })

  it('is told to be in vain: the connection ends with the refusal', async () => {
    expect(await say(callHeadOf('nobody', lengthOf))).toMatch(
      /^HTTP\/1\.1 401 [^]*\r\nconnection: close\r\n/i,
    )
  })

  it('is read no further than it may be long, where its length is not told', async () => {
    const client = connection()
    const chunked = ['Content-Type: application/json', 'Transfer-Encoding: chunked']
    const hostEnd = await hostEndOf(() => client.write(head('POST /enter', ...chunked)))
    for (let count = 0; count < 15; count += 1)
      client.write(`100000\r\n${' '.repeat(MEGABYTE)}\r\n`, 'latin1')
    await closeOf(hostEnd)
    expect(hostEnd.bytesRead).toBeLessThan(MEGABYTE)
  })
})

describe('connections that ask and do not read', () => {
  /** More than the system itself keeps of what is on its way. */
  const ASSET = 24 * MEGABYTE
  beforeAll(() => {
    mkdirSync(join(bundle.root, 'assets'), { recursive: true })
    writeFileSync(join(bundle.root, 'assets/large.js'), Buffer.alloc(ASSET, ' '))
  })

  const unread = async () => {
    const client = connection().pause()
    return { client, hostEnd: await hostEndOf(() => client.write(head('GET /assets/large.js'))) }
  }

  it('are hung up on', async () => {
    const { client, hostEnd } = await unread()
    await closeOf(hostEnd)
    expect(hostEnd.writableFinished).toBe(false)
    client.destroy()
  })

  it('have what all of them ask for in memory once', async () => {
    const before = process.memoryUsage().external
    const open = []
    for (let count = 0; count < 20; count += 1) open.push(await unread())
    for (const { hostEnd } of open)
      await expect.poll(() => hostEnd.writableLength > 0 || hostEnd.destroyed).toBe(true)
    expect(process.memoryUsage().external - before).toBeLessThan(5 * ASSET)
    for (const { client } of open) client.destroy()
  })

  it('ask for one thing at a time, as browsers do', async () => {
    const asked = head('GET /assets/app.js')
    const answersIn = (heard: string) => heard.split('HTTP/1.1 200').length - 1
    expect(answersIn(await say(asked.repeat(100)))).toBeLessThan(2)

    const client = connection()
    let heard = ''
    client.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')))
    for (const count of [1, 2, 3]) {
      client.write(asked)
      do await Promise.race([once(client, 'data'), once(client, 'close')])
      while (!client.destroyed && !heard.endsWith('export {}'))
      expect(answersIn(heard)).toBe(count)
    }
    client.destroy()
  })
})

describe('a great many connections', () => {
  const MOST_STRANGERS = 24

  it('hang the oldest of nobody known up, and keep neither a newcomer out nor a page that is in', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ofThePage = {
      agent,
      headers: { 'x-tierwise-token': host.token, 'content-type': 'application/json' },
    }
    const callAgain = () =>
      new Promise<boolean>((resolve, reject) => {
        const outgoing = request(
          `${host.origin}/api/app.info`,
          { ...ofThePage, method: 'POST' },
          (response) => {
            response.resume().once('end', () => resolve(outgoing.reusedSocket))
          },
        )
        outgoing.once('error', reject)
        outgoing.end('{}')
      })
    await callAgain()
    const strangers = []
    for (let count = 0; count < 2 * MOST_STRANGERS; count += 1) {
      const stranger = connection()
      await once(stranger, 'connect')
      strangers.push(stranger)
    }
    await Promise.all(strangers.slice(0, MOST_STRANGERS).map(closeOf))
    expect(await callAgain()).toBe(true)
    expect((await send(host.origin, { path: '/' })).status).toBe(200)
    for (const stranger of strangers) stranger.destroy()
    agent.destroy()
  })

  it('are bounded, of pages that are in as well', async () => {
    const asked = `${callHead('Content-Length: 2')}{}`
    const pages = []
    for (let count = 0; count < 70; count += 1) {
      const page = connection()
      page.write(asked)
      await Promise.race([once(page, 'data'), once(page, 'close')])
      pages.push(page)
    }
    expect(pages.filter(({ destroyed }) => !destroyed)).toHaveLength(64)
    for (const page of pages) page.destroy()
    const isServed = () =>
      send(host.origin, { path: '/' }).then(
        ({ status }) => status === 200,
        () => false,
      )
    await expect.poll(isServed).toBe(true)
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
