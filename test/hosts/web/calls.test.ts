import { once } from 'node:events'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createServer, Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Json } from '#main/runs/json.ts'
import { MOST_BUNDLE_BYTES } from '#shared/bundle-file.ts'
import { succeed } from '#shared/problem.ts'
import { type EnteredHost, serveToPage } from '../../fakes/entered-host.ts'
import { fakeBundle, WAYS_OUT, type FakeBundle } from '../../fakes/bundle.ts'
import { send, type RawRequest, type RawResponse } from '../../fakes/http.ts'

const calls: { readonly method: string; readonly input: unknown }[] = []
let bundle: FakeBundle
let host: EnteredHost

beforeAll(async () => {
  bundle = fakeBundle()
  const api = (method: string, input: unknown) => {
    calls.push({ method, input })
    return Promise.resolve(succeed('answered'))
  }
  host = await serveToPage({ api, root: bundle.root })
})

afterAll(async () => {
  await host.close()
  bundle.remove()
})

/** A call as the page makes it, with changes; an undefined header is left out. */
function call(change: Partial<RawRequest> = {}): Promise<RawResponse> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-tierwise-token': host.token,
    origin: host.origin,
    'sec-fetch-site': 'same-origin',
  }
  for (const [name, value] of Object.entries(change.headers ?? {})) {
    if (value === undefined) delete headers[name]
    else headers[name] = String(value)
  }
  return send(host.origin, { method: 'POST', path: '/api/app.info', body: '{}', ...change, headers })
}

async function expectRefused(response: Promise<RawResponse>, status: number, code: string): Promise<void> {
  const before = calls.length
  const { status: actual, body } = await response
  expect(actual).toBe(status)
  expect(JSON.parse(body)).toMatchObject({ ok: false, problems: [{ code, path: '' }] })
  expect(calls.length).toBe(before)
}

describe('a call of the API', () => {
  it('reaches the application from our own page', async () => {
    const response = await call({ path: '/api/catalogs.get', body: '{"id":"x"}' })
    expect(response.status).toBe(200)
    expect(JSON.parse(response.body)).toEqual({ ok: true, value: 'answered' })
    expect(calls.at(-1)).toEqual({ method: 'catalogs.get', input: { id: 'x' } })
  })

  it('reaches it under the name localhost too', async () => {
    const name = host.origin.replace('http://127.0.0.1', 'localhost')
    const response = await call({ headers: { host: name, origin: `http://${name}` } })
    expect(response.status).toBe(200)
  })

  it('is answered with no leave for other origins to read it', async () => {
    const { headers } = await call()
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(headers['cache-control']).toBe('no-store')
  })

  it('is refused without the token', () =>
    expectRefused(call({ headers: { 'x-tierwise-token': undefined } }), 401, 'http.token'))

  it.each(['', 'wrong', 'A'.repeat(43)])('is refused with the wrong token "%s"', (token) =>
    expectRefused(call({ headers: { 'x-tierwise-token': token } }), 401, 'http.token'),
  )

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost', '127.0.0.1:1'])(
    'is refused for the foreign host "%s", as after DNS rebinding',
    (name) => expectRefused(call({ headers: { host: name } }), 403, 'http.foreign_host'),
  )

  it.each(['https://evil.example', 'null', 'http://127.0.0.1', 'http://localhost:1'])(
    'is refused from the foreign origin %s',
    (origin) => expectRefused(call({ headers: { origin } }), 403, 'http.foreign_origin'),
  )

  it.each(['cross-site', 'same-site', 'none'])('is refused when the browser calls it %s', (site) =>
    expectRefused(call({ headers: { 'sec-fetch-site': site } }), 403, 'http.foreign_origin'),
  )

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('is refused with %s', (method) =>
    expectRefused(call({ method }), 405, 'http.method'),
  )

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', undefined])(
    'is refused with the content type %s, which a form of another site could send',
    (type) => expectRefused(call({ headers: { 'content-type': type } }), 415, 'http.content_type'),
  )

  it.each(['{', '', 'undefined', "{'id':1}"])('is refused with the malformed body %j', (body) =>
    expectRefused(call({ body }), 400, 'http.malformed'),
  )

  it('is refused with a body over the limit, and answered with one just within it', async () => {
    const text = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2))
    await expectRefused(call({ body: text(16 * 1024 * 1024 + 1) }), 413, 'http.too_large')
    expect((await call({ body: text(16 * 1024 * 1024) })).status).toBe(200)
  })

  describe('with a file', () => {
    const path = '/api/bundles.import'
    const headers = { 'content-type': 'application/octet-stream' }

    it('has the file as its bytes, and the rest of its input from the line before', async () => {
      const body = '{"onExisting":"copy"}\nFünf\n✓'
      expect((await call({ path, headers, body })).status).toBe(200)
      expect(calls.at(-1)).toEqual({
        method: 'bundles.import',
        input: { onExisting: 'copy', file: Buffer.from('Fünf\n✓') },
      })
    })

    it('of the largest size is answered, and a larger one refused', async () => {
      const line = '{}\n'
      const file = (bytes: number) => `${line}${'x'.repeat(bytes)}`
      expect((await call({ path, headers, body: file(MOST_BUNDLE_BYTES) })).status).toBe(200)
      const body = file(MOST_BUNDLE_BYTES + 1000)
      await expectRefused(call({ path, headers, body }), 413, 'http.too_large')
    })

    it.each(['', '{}', 'no JSON\nfile', '7\nfile', 'null\nfile', `${' '.repeat(1000)}{}\nfile`])(
      'is refused where nothing stands before it: %j',
      (body) => expectRefused(call({ path, headers, body }), 400, 'http.malformed'),
    )
  })
})

describe('a call that is answered in a thread', () => {
  const asked = { method: 'POST', path: '/api/scenarios.run', body: '{}' }
  const headers = (token: string) => ({ 'content-type': 'application/json', 'x-tierwise-token': token })

  it('is sent as the bytes that the thread wrote', async () => {
    const value = { periods: [{ usage: '1' }], name: 'Fünf ✓' }
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    const api = () => Promise.resolve(succeed(new Json(bytes)))
    const other = await serveToPage({ api, root: bundle.root })
    const response = await send(other.origin, { ...asked, headers: headers(other.token) })
    expect(JSON.parse(response.body)).toEqual({ ok: true, value })
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8')
    await other.close()
  })

  it('hears of it when its page has gone, and not before', async () => {
    const heard = Promise.withResolvers<AbortSignal>()
    const api = (_method: string, _input: unknown, signal?: AbortSignal) => {
      if (signal) heard.resolve(signal)
      return new Promise<never>(() => undefined)
    }
    const other = await serveToPage({ api, root: bundle.root })
    const page = new AbortController()
    const leaving = fetch(`${other.origin}${asked.path}`, {
      method: 'POST',
      body: asked.body,
      headers: headers(other.token),
      signal: page.signal,
    })
    const signal = await heard.promise
    expect(signal.aborted).toBe(false)
    const aborted = once(signal, 'abort')
    page.abort()
    await expect(leaving).rejects.toThrow('aborted')
    await aborted
    await other.close()
  })
})

describe('the page', () => {
  it('is served without a token, under the content policy and never from a cache', async () => {
    const { status, headers, body } = await send(host.origin, { path: '/' })
    expect(status).toBe(200)
    expect(body).toContain('<title>Tierwise</title>')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe-eval')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
    expect(body).not.toContain(host.token)
  })

  it.each([
    ['/assets/app.js', 'text/javascript; charset=utf-8'],
    ['/assets/app.css', 'text/css; charset=utf-8'],
    ['/assets/inter.woff2', 'font/woff2'],
    ['/index.html?from=somewhere', 'text/html; charset=utf-8'],
  ])('gets %s as %s', async (path, type) => {
    const { status, headers } = await send(host.origin, { path })
    expect(status).toBe(200)
    expect(headers['content-type']).toBe(type)
  })

  it.each([...WAYS_OUT, '/notes', '/assets', '/assets/', '/missing.js', '/api'])(
    'gets nothing at %s',
    async (path) => {
      const { status, body } = await send(host.origin, { path })
      expect(status).toBe(404)
      expect(body).not.toContain('secret')
    },
  )

  it('is not served under a foreign host', async () => {
    const { status } = await send(host.origin, { path: '/', headers: { host: 'evil.example' } })
    expect(status).toBe(403)
  })

  it('takes no other method', async () => {
    expect((await send(host.origin, { path: '/', method: 'POST' })).status).toBe(405)
  })
})

describe('the host', () => {
  it('prints the address of the page with the ticket where no server or log sees it', () => {
    expect(host.invite().address).toMatch(new RegExp(`^${host.origin}/#ticket=[\\w-]{43}$`))
    expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(host.token).toMatch(/^[\w-]{43}$/)
  })

  it('knows no token of another one, and closes', async () => {
    const other = await serveToPage({ api: () => Promise.resolve(succeed(null)), root: bundle.root })
    await expectRefused(call({ headers: { 'x-tierwise-token': other.token } }), 401, 'http.token')
    await other.close()
    await expect(send(other.origin, { path: '/' })).rejects.toThrow('ECONNREFUSED')
  })

  it('swallows no error of its server once it listens', async () => {
    const counts: number[] = []
    const note = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !('server' in message)) return
      if (message.server instanceof Server) counts.push(message.server.listenerCount('error'))
    }
    subscribe('http.server.request.start', note)
    await send(host.origin, { path: '/' })
    unsubscribe('http.server.request.start', note)
    expect(counts).toEqual([0])
  })

  it('says so when its port is taken', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    const start = serveToPage({ api: () => Promise.resolve(succeed(null)), root: bundle.root, port })
    await expect(start).rejects.toThrow('EADDRINUSE')
    await new Promise((resolve) => taken.close(resolve))
  })
})
