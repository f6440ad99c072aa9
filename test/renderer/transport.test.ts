import { expect, it } from 'vitest'
import { electronTransport } from '#renderer/client/transport-electron.ts'
import { UNREACHABLE } from '#renderer/client/unreachable.ts'

it('takes a call that fails on its way for an engine that does not answer', async () => {
  const invoke = electronTransport({ invoke: () => Promise.reject(new Error('gone')) })
  expect(await invoke('catalogs.list', {})).toMatchObject({ ok: false, problems: [{ code: UNREACHABLE }] })
})
