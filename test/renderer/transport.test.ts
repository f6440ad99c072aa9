import { expect, it, vi } from 'vitest'
import { electronTransport } from '#renderer/client/transport-electron.ts'
import type { Listener, Unsubscribe } from '#shared/events.ts'
import { UNREACHABLE } from '#renderer/client/unreachable.ts'

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
