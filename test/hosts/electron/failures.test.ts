import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '#main/store/index.ts'
import type { FakeElectron } from '../../fakes/electron.ts'
import { FakeWindow } from '../../fakes/electron-window.ts'
import { onlyWindow, settle, startShell } from '../../fakes/shell.ts'

let said: string
beforeEach(() => {
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

const logFile = ({ folder }: FakeElectron) => join(folder, 'logs', 'tierwise.log')
const logged = (electron: FakeElectron) => readFileSync(logFile(electron), 'utf8')

describe('an application that cannot open', () => {
  it('says why and ends with 1 when its page cannot be loaded', async () => {
    vi.spyOn(FakeWindow.prototype, 'loadURL').mockRejectedValue(new Error('ERR_FAILED (-2)'))
    const electron = await startShell()
    expect(electron.exits).toEqual([1])
    expect(said).toBe('Tierwise could not open: ERR_FAILED (-2)\n')
    expect(logged(electron)).toContain('Tierwise could not open: Error: ERR_FAILED (-2)')
  })

  it('takes a window that was closed while it loads for no failure', async () => {
    vi.spyOn(FakeWindow.prototype, 'loadURL').mockImplementation(function (this: FakeWindow) {
      this.destroyed = true
      return Promise.reject(new Error('ERR_FAILED (-2)'))
    })
    const electron = await startShell()
    expect(electron.exits).toEqual([])
    expect(said).toBe('')
  })

  it('says why and ends with 1 when it fails as it opens', async () => {
    const electron = await startShell({}, ({ module }) => {
      module.protocol.handle = () => {
        throw new Error('no protocol')
      }
    })
    expect(electron.exits).toEqual([1])
    expect(said).toBe('Tierwise could not open: no protocol\n')
  })

  it('says in a window that another has the documents, and leaves them alone', async () => {
    const first = await startShell()
    const second = await startShell({ folder: first.folder })
    expect(second.exits).toEqual([1])
    expect(second.windows).toEqual([])
    expect(second.dialogs.errors).toMatchObject([{ title: 'Tierwise could not open' }])
    const refused = openStore({ folder: first.folder })
    expect(second.dialogs.errors[0]?.content).toBe(refused.ok ? '' : refused.problems[0]?.message)
  })

  it('says in a window that its folder cannot be made', async () => {
    const electron = await startShell({}, ({ folder }) => {
      writeFileSync(join(folder, 'file'), '')
    })
    await electron.quit()
    const inside = await startShell({ folder: join(electron.folder, 'file', 'folder') })
    expect(inside.exits).toEqual([1])
    expect(inside.dialogs.errors).toHaveLength(1)
  })
})

describe('a page whose process is gone', () => {
  const gone = (electron: FakeElectron, reason = 'crashed') =>
    onlyWindow(electron).webContents.emit('render-process-gone', {}, { reason, exitCode: 5 })

  it('is brought back at once, the first time', async () => {
    const electron = await startShell()
    gone(electron)
    expect(onlyWindow(electron).webContents.reloads).toBe(1)
    expect(electron.dialogs.asked).toEqual([])
    expect(said).toBe("The page's process is gone: crashed, code 5\n")
    expect(logged(electron)).toContain("The page's process is gone: crashed, code 5")
  })

  it('is brought back the second time if the person wants it', async () => {
    const electron = await startShell()
    electron.dialogs.answer({ response: 0 })
    gone(electron)
    gone(electron, 'oom')
    await settle()
    expect(electron.dialogs.asked).toMatchObject([
      { kind: 'message', options: { buttons: ['Reload', 'Quit'], cancelId: 1 } },
    ])
    expect(onlyWindow(electron).webContents.reloads).toBe(2)
  })

  it('ends the application if the person has had enough', async () => {
    const electron = await startShell()
    electron.dialogs.answer({ response: 1 })
    gone(electron)
    gone(electron)
    await settle()
    expect(electron.log).toContain('quit')
    expect(onlyWindow(electron).webContents.reloads).toBe(1)
  })

  it('is let go when it ended as it should', async () => {
    const electron = await startShell()
    gone(electron, 'clean-exit')
    expect(onlyWindow(electron).webContents.reloads).toBe(0)
    expect(existsSync(logFile(electron))).toBe(false)
  })
})

describe('the log on this disk', () => {
  it('holds what helper processes ended of', async () => {
    const electron = await startShell()
    const details = { type: 'GPU', reason: 'crashed', exitCode: 139, serviceName: 'gpu' }
    electron.app.emit('child-process-gone', {}, details)
    electron.app.emit('child-process-gone', {}, { ...details, type: 'Utility', reason: 'clean-exit' })
    expect(logged(electron)).toMatch(/ A process is gone: GPU gpu, crashed, code 139\n$/)
  })

  it('holds a rejection that nobody handled, and the application goes on', async () => {
    const electron = await startShell()
    electron.processListeners.get('unhandledRejection')?.(new Error('nobody cared'))
    expect(logged(electron)).toContain('Unhandled rejection: Error: nobody cared')
    expect(electron.exits).toEqual([])
  })

  it('holds an exception that nobody caught, which ends the application with a word to the person', async () => {
    const electron = await startShell()
    electron.processListeners.get('uncaughtException')?.(new Error('a bug'))
    expect(logged(electron)).toContain('Uncaught exception: Error: a bug')
    expect(electron.dialogs.errors).toMatchObject([{ title: 'Tierwise had to stop' }])
    expect(electron.dialogs.errors[0]?.content).toContain(logFile(electron))
    expect(electron.exits).toEqual([1])
  })
})
