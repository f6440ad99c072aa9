import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createAudience, type Audience } from '#main/hosts/audience.ts'
import { MOST_STREAMS } from '#main/hosts/web/streams.ts'
import type { AppEvent } from '#shared/events.ts'
import { succeed } from '#shared/problem.ts'
import { type EnteredHost, serveToPage } from '../../fakes/entered-host.ts'
import { fakeBundle, type FakeBundle } from '../../fakes/bundle.ts'
import { send } from '../../fakes/http.ts'
import { PATIENT } from '../../patience.ts'

let bundle: FakeBundle
let audience: Audience
let host: EnteredHost

beforeAll(async () => {
  bundle = fakeBundle()
  audience = createAudience()
  host = await serveToPage({ api: () => Promise.resolve(succeed(null)), audience, root: bundle.root })
})
afterAll(async () => {
  await host.close()
  bundle.remove()
})

const opened = (id: string): AppEvent => ({ kind: 'open', id })

const FAREWELL = '{"kind":"farewell","code":"host.stopping"}\n'

/** A page that listens as ours does. */
async function listen(to: EnteredHost) {
  const stop = new AbortController()
  const response = await fetch(`${to.origin}/events`, {
    headers: { 'x-tierwise-token': to.token },
    signal: stop.signal,
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async (): Promise<string | undefined> => (await reader?.read())?.value
  return { response, next, stop: () => stop.abort() }
}

describe('the stream of events', () => {
  it('tells each page of each event, a line each', async () => {
    const [first, second] = [await listen(host), await listen(host)]
    audience.tellAll(opened('a'))
    for (const page of [first, second]) {
      expect(await page.next()).toBe('{"kind":"open","id":"a"}\n')
      page.stop()
    }
    await vi.waitUntil(() => audience.size() === 0, PATIENT)
  })

  it('is kept from caches and from other origins', async () => {
    const page = await listen(host)
    const { headers } = page.response
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    page.stop()
    await vi.waitUntil(() => audience.size() === 0, PATIENT)
  })

  it('leaves the browser connections for calls, and takes another page once one has gone', async () => {
    const pages = await Promise.all(Array.from({ length: MOST_STREAMS }, () => listen(host)))
    const oneMore = await listen(host)
    expect(oneMore.response.status).toBe(503)
    pages[0]?.stop()
    await vi.waitUntil(() => audience.size() === MOST_STREAMS - 1, PATIENT)
    const instead = await listen(host)
    expect(instead.response.status).toBe(200)
    for (const page of [...pages, instead]) page.stop()
    await vi.waitUntil(() => audience.size() === 0, PATIENT)
  })

  it('ends properly, with a word of why, when the host closes', async () => {
    const other = await serveToPage({ api: () => Promise.resolve(succeed(null)), root: bundle.root })
    const page = await listen(other)
    await other.close()
    expect(await page.next()).toBe(FAREWELL)
    expect(await page.next()).toBeUndefined()
  })
})

describe('an event that is told while the host closes', () => {
  it('is written behind the end of no stream', async () => {
    const listeners = createAudience()
    const other = await serveToPage({
      api: () => Promise.resolve(succeed(null)),
      audience: listeners,
      root: bundle.root,
    })
    const page = await listen(other)
    const closing = other.close()
    listeners.tellAll(opened('too late'))
    await closing
    expect(await page.next()).toBe(FAREWELL)
    expect(await page.next()).toBeUndefined()
  })
})

describe('who may not listen', () => {
  const ask = (headers: Readonly<Record<string, string>>, method = 'GET') =>
    send(host.origin, { method, path: '/events', headers })

  it.each([
    ['has no token', {}, 401, 'http.token'],
    ['has a wrong token', { 'x-tierwise-token': 'wrong' }, 401, 'http.token'],
    ['came under another name, as after DNS rebinding', { host: 'evil.example' }, 403, 'http.foreign_host'],
    ['is of another origin', { origin: 'https://evil.example' }, 403, 'http.foreign_origin'],
    ['is of another site', { 'sec-fetch-site': 'cross-site' }, 403, 'http.foreign_origin'],
  ])('a page that %s', async (_who, headers, status, code) => {
    const response = await ask(headers)
    expect(response.status).toBe(status)
    expect(JSON.parse(response.body)).toMatchObject({ ok: false, problems: [{ code }] })
    expect(audience.size()).toBe(0)
  })

  it('whoever asks with another method, even with the token', async () => {
    const response = await ask({ 'x-tierwise-token': host.token }, 'POST')
    expect(response.status).toBe(405)
  })

  it('whoever puts the token in the address, where it would be written down', async () => {
    const response = await send(host.origin, { path: `/events?token=${host.token}` })
    expect(response.status).toBe(401)
  })
})
