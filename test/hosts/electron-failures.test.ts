import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadMain } from '../fakes/built-bundles.ts'
import { fakeElectron, FakeWindow } from '../fakes/electron.ts'

let logged: string
beforeEach(() => {
  logged = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    logged += String(text)
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

/** An application that was started, with what it does about its end and its page. */
async function start(prepare: (electron: ReturnType<typeof fakeElectron>) => void = () => undefined) {
  const electron = fakeElectron()
  const exit = vi.fn<(code: number) => void>()
  Object.assign(electron.app, { exit })
  prepare(electron)
  await loadMain(electron)
  await electron.becomeReady()
  await new Promise((next) => setImmediate(next))
  return { electron, exit }
}

describe('an application that cannot open', () => {
  it('says why and ends with 1 when its page cannot be loaded', async () => {
    vi.spyOn(FakeWindow.prototype, 'loadURL').mockRejectedValue(new Error('ERR_FAILED (-2)'))
    const { exit } = await start()
    expect(exit.mock.calls).toEqual([[1]])
    expect(logged).toBe('Tierwise could not open: ERR_FAILED (-2)\n')
  })

  it('takes a window that was closed while it loads for no failure', async () => {
    vi.spyOn(FakeWindow.prototype, 'loadURL').mockImplementation(function (this: FakeWindow) {
      this.destroyed = true
      return Promise.reject(new Error('ERR_FAILED (-2)'))
    })
    const { exit } = await start()
    expect(exit).not.toHaveBeenCalled()
    expect(logged).toBe('')
  })

  it('says why and ends with 1 when it fails as it opens', async () => {
    const { exit } = await start(({ module }) => {
      module.Menu.setApplicationMenu = () => {
        throw new Error('no menu')
      }
    })
    expect(exit.mock.calls).toEqual([[1]])
    expect(logged).toBe('Tierwise could not open: no menu\n')
  })
})

it('a page whose process is gone is told of each time and brought back once', async () => {
  const { electron } = await start()
  const contents = electron.windows[0]?.webContents
  const reload = vi.fn<() => void>()
  Object.assign(contents ?? {}, { reload })
  contents?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  expect(reload).toHaveBeenCalledTimes(1)
  contents?.emit('render-process-gone', {}, { reason: 'oom', exitCode: 9 })
  expect(reload).toHaveBeenCalledTimes(1)
  expect(logged.split('\n')).toEqual([
    "The page's process is gone: crashed, code 5",
    "The page's process is gone: oom, code 9",
    '',
  ])
})

it('a window is never narrower than its page', async () => {
  const { electron } = await start()
  const page = readFileSync(resolve(import.meta.dirname, '../../src-renderer/theme/base.css'), 'utf8')
  const least = Number(/min-width: (\d+)px/.exec(page)?.[1])
  expect(electron.windows[0]?.options.minWidth).toBeGreaterThanOrEqual(least)
})
