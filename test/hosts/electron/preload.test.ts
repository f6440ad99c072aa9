import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { METHODS } from '#main/preload/methods.ts'
import { api } from '#shared/api.ts'
import { PRELOAD } from '../../fakes/built-bundles.ts'
import type { FakeElectron } from '../../fakes/electron.ts'
import { callMain, onlyWindow, openPage, settle, startShell } from '../../fakes/shell.ts'

let electron: FakeElectron
let page: ReturnType<typeof openPage>
beforeAll(async () => {
  electron = await startShell()
  page = openPage(electron)
})

describe('the preload', () => {
  it('exposes window.tierwise with two functions, and nothing else', () => {
    expect([...electron.exposed.keys()]).toEqual(['tierwise'])
    expect(Object.keys(electron.exposed.get('tierwise') ?? {})).toEqual(['invoke', 'subscribe'])
  })

  it('knows exactly the methods of the API', () => {
    expect(Object.keys(METHODS).toSorted()).toEqual(Object.keys(api).toSorted())
  })

  it.each(Object.keys(api))('passes %s on to the main process', async (method) => {
    expect(await page.invoke(method, 'no such input')).toMatchObject({
      ok: false,
      problems: [{ code: 'input.invalid' }],
    })
  })

  it.each(['app.quit', 'toString', '__proto__', 'constructor', ''])(
    'refuses the unknown method "%s" itself',
    async (method) => {
      const kept = new Map(electron.listeners)
      electron.listeners.clear()
      expect(await page.invoke(method, {})).toEqual({
        ok: false,
        problems: [{ code: 'api.unknown_method', message: `There is no method "${method}".`, path: '' }],
      })
      for (const [channel, listener] of kept) electron.listeners.set(channel, listener)
    },
  )

  it('is one small plain script: no schemas, no modules, nothing of Node', () => {
    const script = readFileSync(PRELOAD, 'utf8')
    expect(script.length).toBeLessThan(5120)
    expect([...script.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"'])
    expect(script).not.toMatch(/^\s*(import|export)\b/m)
  })
})

describe('events', () => {
  const changed = { kind: 'settings', settings: { theme: 'dark' } }

  it('reach the page as values alone: the event object of Electron never crosses', async () => {
    const other = openPage(electron)
    await settle()
    await callMain(electron, 'settings.change', { theme: 'dark' })
    expect(other.heard).toMatchObject([changed])
    expect(JSON.stringify(other.heard)).not.toContain('ipcRenderer')
    other.unsubscribe()
  })

  it('reach nobody any more who has unsubscribed', async () => {
    const { ipc } = onlyWindow(electron).webContents
    const before = ipc.listenerCount('tierwise:event')
    const other = openPage(electron)
    await settle()
    other.unsubscribe()
    await callMain(electron, 'settings.change', { theme: 'dark' })
    expect(other.heard).toEqual([])
    expect(ipc.listenerCount('tierwise:event')).toBe(before)
  })

  it('are sent once to a page that subscribed twice', async () => {
    const { webContents } = onlyWindow(electron)
    const [first, second] = [openPage(electron), openPage(electron)]
    await settle()
    const before = webContents.sent.length
    await callMain(electron, 'settings.change', { theme: 'dark' })
    expect(webContents.sent.length).toBe(before + 1)
    expect(first.heard).toMatchObject([changed])
    expect(second.heard).toMatchObject([changed])
  })
})
