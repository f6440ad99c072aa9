import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { serve } from '#main/hosts/start/serve.ts'
import { watchIdle } from '#main/hosts/web/idle.ts'
import { openStore } from '#main/store/index.ts'
import { succeed, type Result } from '#shared/problem.ts'
import { serveToPage } from '../../fakes/entered-host.ts'
import { fakeBundle, type FakeBundle } from '../../fakes/bundle.ts'
import { enter, send } from '../../fakes/http.ts'
import { PATIENT } from '../../patience.ts'

let bundle: FakeBundle
beforeAll(() => {
  bundle = fakeBundle()
})
afterAll(() => bundle.remove())
afterEach(() => vi.useRealTimers())

describe('a host that nobody uses', () => {
  const MINUTE = 60_000
  function watch() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const onIdle = vi.fn<() => void>()
    return { onIdle, idle: watchIdle(30 * MINUTE, onIdle) }
  }

  it('is told of after the time', () => {
    const { onIdle } = watch()
    vi.advanceTimersByTime(30 * MINUTE - 1)
    expect(onIdle).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(onIdle).toHaveBeenCalledTimes(1)
  })

  it('waits anew from the end of the last request', () => {
    const { idle, onIdle } = watch()
    vi.advanceTimersByTime(29 * MINUTE)
    idle.begin()()
    vi.advanceTimersByTime(29 * MINUTE)
    expect(onIdle).not.toHaveBeenCalled()
    vi.advanceTimersByTime(MINUTE)
    expect(onIdle).toHaveBeenCalledTimes(1)
  })

  it('is none while one of several is under way, however often the end of another is told', () => {
    const { idle, onIdle } = watch()
    idle.begin()
    const end = idle.begin()
    end()
    end()
    vi.advanceTimersByTime(300 * MINUTE)
    expect(onIdle).not.toHaveBeenCalled()
  })

  it('is forgotten once the host stops, also when a request ends then', () => {
    const { idle, onIdle } = watch()
    const end = idle.begin()
    idle.stop()
    end()
    vi.advanceTimersByTime(300 * MINUTE)
    expect(onIdle).not.toHaveBeenCalled()
  })

  it('is noticed by the host itself: a page that listens keeps it, its end does not', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const onIdle = vi.fn<() => void>()
    const host = await serveToPage({
      api: () => Promise.resolve(succeed(null)),
      root: bundle.root,
      idle: { afterMs: 30 * MINUTE, onIdle },
    })
    const stop = new AbortController()
    const headers = { 'x-tierwise-token': host.token }
    await fetch(`${host.origin}/events`, { headers, signal: stop.signal })
    vi.advanceTimersByTime(300 * MINUTE)
    expect(onIdle).not.toHaveBeenCalled()
    stop.abort()
    await vi.waitUntil(() => vi.getTimerCount() > 0, PATIENT)
    vi.advanceTimersByTime(30 * MINUTE)
    expect(onIdle).toHaveBeenCalledTimes(1)
    vi.useRealTimers()
    await host.close()
  })
})

describe('the program that serves', () => {
  it('says that nobody used it, and ends with everything saved', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tierwise-idle-'))
    vi.stubEnv('TIERWISE_DATA', folder)
    const said: string[] = []
    const say = (text: string) => void said.push(text)
    const out = join(import.meta.dirname, '../../../out')
    const options = { out, port: 0, open: false, files: [], say, complain: say }
    expect(await serve({ ...options, idleMinutes: 1 / 600 })).toBe(0)
    expect(said.filter((text) => !text.startsWith('Tierwise is at'))).toEqual([
      `Nobody used Tierwise for ${1 / 600} minutes. \`npm start\` opens it again.`,
      'Tierwise has stopped; everything is saved.',
    ])
    const next = openStore({ folder })
    expect(next.ok).toBe(true)
    if (next.ok) next.value.close()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
})

describe('a host that closes', () => {
  /** A host whose calls are answered by hand. */
  async function hostWithSlowCalls(graceMs?: number) {
    const asked = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<Result<string>>()
    const api = () => {
      asked.resolve()
      return answer.promise
    }
    const host = await serveToPage({ api, root: bundle.root, ...(graceMs === undefined ? {} : { graceMs }) })
    const headers = { 'content-type': 'application/json', 'x-tierwise-token': host.token }
    const call = () => send(host.origin, { method: 'POST', path: '/api/app.info', headers, body: '{}' })
    return { host, call, asked: asked.promise, answer: answer.resolve }
  }
  const stopping = { ok: false, problems: [{ code: 'host.stopping' }] }

  it('lets a call under way finish, and only then ends', async () => {
    const { host, call, asked, answer } = await hostWithSlowCalls()
    const calling = call()
    await asked
    let isClosed = false
    const closing = host.close().then(() => (isClosed = true))
    expect(await send(host.origin, { path: '/' })).toMatchObject({ status: 503 })
    expect(isClosed).toBe(false)
    answer(succeed('late'))
    expect(JSON.parse((await calling).body)).toEqual({ ok: true, value: 'late' })
    await closing
    await expect(send(host.origin, { path: '/' })).rejects.toThrow('ECONNREFUSED')
  })

  it('tells a call that comes meanwhile, and whoever asks to come in, that it stops', async () => {
    const { host, call, asked, answer } = await hostWithSlowCalls()
    const calling = call()
    await asked
    const closing = host.close()
    const late = [await call(), await enter(host.invite().once)]
    for (const { status, body } of late) {
      expect(status).toBe(503)
      expect(JSON.parse(body)).toMatchObject(stopping)
    }
    answer(succeed('late'))
    await calling
    await closing
  })

  it('tells a call that takes too long that it stopped before there was an answer, be it done or not', async () => {
    const { host, call, asked } = await hostWithSlowCalls(0)
    const calling = call()
    await asked
    await host.close()
    const { status, body } = await calling
    expect(status).toBe(503)
    const message: unknown = expect.stringContaining('Tierwise stopped before it had answered.')
    expect(JSON.parse(body)).toEqual({ ok: false, problems: [{ code: 'host.stopping', message, path: '' }] })
  })
})
