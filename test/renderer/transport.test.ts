import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { electronTransport } from '#renderer/client/transport-electron.ts'
import { beginAgainWithNewToken, takeToken } from '#renderer/client/transport-http.ts'
import type { Listener, Unsubscribe } from '#shared/events.ts'
import { UNREACHABLE } from '#renderer/client/unreachable.ts'
import { refuse, succeed } from '#shared/result.ts'

it('takes a call that fails on its way for an engine that does not answer', async () => {
  const { invoke } = electronTransport({
    invoke: () => Promise.reject(new Error('gone')),
    subscribe: () => () => undefined,
  })
  expect(await invoke('catalogs.list', {})).toMatchObject({ ok: false, problems: [{ code: UNREACHABLE }] })
})

it("listens by the preload's own bridge", () => {
  const unsubscribe = vi.fn<() => void>()
  const subscribe = vi.fn<(listener: Listener) => Unsubscribe>(() => unsubscribe)
  const listener = () => undefined
  const bridge = electronTransport({ invoke: () => Promise.reject(new Error('not called')), subscribe })
  bridge.subscribe(listener)()
  expect(subscribe.mock.calls).toEqual([[listener]])
  expect(unsubscribe).toHaveBeenCalledTimes(1)
})

describe('a window that a ticket leads to', () => {
  const replaceState = vi.fn<History['replaceState']>()
  const twice = refuse({ code: 'http.ticket_twice', message: 'No.', path: 'ticket' })
  let kept: Map<string, string>

  beforeEach(() => {
    kept = new Map()
    replaceState.mockClear()
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    })
    onTestFinished(() => void vi.unstubAllGlobals())
  })

  function openAt(hash: string, answer: () => unknown) {
    vi.stubGlobal('window', { location: { hash, pathname: '/' }, history: { replaceState } })
    const asked = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(async () =>
      Response.json(await answer()),
    )
    vi.stubGlobal('fetch', asked)
    return asked
  }

  it('keeps the token that is given for it, and shows the ticket no longer', async () => {
    const asked = openAt('#ticket=a%2Fb', () => succeed({ token: 'given' }))
    expect(await takeToken()).toEqual(succeed('given'))
    expect(asked.mock.calls.map(([path, { body }]) => [path, body])).toEqual([['/enter', '{"ticket":"a/b"}']])
    expect(replaceState.mock.calls).toEqual([[null, '', '/']])
    openAt('', () => twice)
    expect(await takeToken()).toEqual(succeed('given'))
  })

  it('knows why it was not let in', async () => {
    openAt('#ticket=used', () => twice)
    expect(await takeToken()).toEqual(twice)
  })

  it('stays in where it was in already', async () => {
    kept.set('tierwise.token', 'of-before')
    openAt('#ticket=used', () => twice)
    expect(await takeToken()).toEqual(succeed('of-before'))
  })

  it('asks with a ticket that was mangled on its way as it is, and knows why it was not let in', async () => {
    const unknown = refuse({ code: 'http.ticket', message: 'No.', path: 'ticket' })
    const asked = openAt('#ticket=%', () => unknown)
    expect(await takeToken()).toEqual(unknown)
    expect(asked.mock.calls.map(([, { body }]) => body)).toEqual(['{"ticket":"%"}'])
  })

  it.each([
    ['was mangled', '#ticket=%E0%', () => undefined],
    [
      'cannot be kept',
      '#ticket=good',
      () => {
        throw new DOMException('Full.', 'QuotaExceededError')
      },
    ],
  ])(
    'keeps what is unsaved before it begins again, also with a ticket that %s',
    async (_what, hash, setItem) => {
      const done: string[] = []
      const begun = Promise.withResolvers<void>()
      const changed = new EventTarget()
      openAt(hash, () => succeed({ token: 'given' }))
      vi.stubGlobal('sessionStorage', { getItem: () => 'of-before', setItem })
      const reload = () => begun.resolve(void done.push('reload'))
      vi.stubGlobal('window', {
        ...window,
        location: { ...window.location, reload },
        addEventListener: changed.addEventListener.bind(changed),
      })
      beginAgainWithNewToken(async () => done.push('keep'))
      changed.dispatchEvent(new Event('popstate'))
      await begun.promise
      expect(done).toEqual(['keep', 'reload'])
    },
  )

  it('leaves it to its first call to find that nobody answers', async () => {
    openAt('#ticket=good', () => Promise.reject(new TypeError('fetch failed')))
    expect(await takeToken()).toEqual(succeed(''))
  })
})
