import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as whole } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { serve } from '#main/hosts/start/serve.ts'
import { type Again, type Whereabouts, wordsOf } from '#main/hosts/web/handover.ts'
import { watchIdle } from '#main/hosts/web/idle.ts'
import { proofOf } from '#main/hosts/web/proof.ts'
import { serveOnLoopback, type WebHost } from '#main/hosts/web/server.ts'
import { openStore } from '#main/store/index.ts'
import { succeed, type Result } from '#shared/problem.ts'
import { serveToPage } from '../../fakes/entered-host.ts'
import { fakeBundle, type FakeBundle } from '../../fakes/bundle.ts'
import { enter, send } from '../../fakes/http.ts'
import { PATIENT } from '../../patience.ts'

const JSON_TYPE = 'content-type: application/json'

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
    const options = { out, port: 0, open: false, files: [], say, sayInPlace: null, complain: say }
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

  describe('while a second start hands over', () => {
    const asked: Again = { files: ['/home/ada/may.tierwise'], open: true }
    const nonce = 'words-of-this-start'
    const handover = ({ origin, secret }: WebHost) =>
      JSON.stringify({ nonce, asked, proof: proofOf(secret, 'start', ...wordsOf(origin, nonce, asked)) })

    async function hostAskedAgain() {
      const heard = Promise.withResolvers<void>()
      const whereabouts = Promise.withResolvers<Whereabouts>()
      const onAgain = vi.fn<(asked: Again) => Promise<Whereabouts>>(() => {
        heard.resolve()
        return whereabouts.promise
      })
      const api = () => Promise.resolve(succeed(null))
      const host = await serveOnLoopback({ api, root: bundle.root, onAgain })
      return { host, onAgain, heard: heard.promise, answer: whereabouts.resolve }
    }

    it('tells it that it stops, in place of where it was', async () => {
      const { host, heard, answer } = await hostAskedAgain()
      const headers = { 'content-type': 'application/json' }
      const asking = send(host.origin, { method: 'POST', path: '/again', headers, body: handover(host) })
      await heard
      const closing = host.close()
      answer({ address: host.invite().address, page: null })
      const { status, body } = await asking
      expect({ status, body: JSON.parse(body) }).toMatchObject({ status: 503, body: stopping })
      await closing
    })

    it('begins nothing that it asks for only then', async () => {
      const { host, onAgain } = await hostAskedAgain()
      const body = handover(host)
      const socket = connect(Number(new URL(host.origin).port), '127.0.0.1')
      const answered = whole(socket)
      const length = `content-length: ${String(body.length)}`
      const head = ['POST /again HTTP/1.1', `host: ${new URL(host.origin).host}`, JSON_TYPE, length]
      socket.write(`${head.join('\r\n')}\r\nexpect: 100-continue\r\n\r\n`)
      await once(socket, 'data')
      const closing = host.close()
      socket.write(body)
      expect(await answered).toContain('503')
      expect(onAgain).not.toHaveBeenCalled()
      await closing
    })
  })
})
