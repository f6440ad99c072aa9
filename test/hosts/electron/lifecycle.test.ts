import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { APP_ID } from '#shared/app-id.ts'
import { openStore } from '#main/store/index.ts'
import { loadMain } from '../../fakes/built-bundles.ts'
import { fakeElectron } from '../../fakes/electron.ts'
import builder from '../../../electron-builder.config.ts'
import { callMain, onlyWindow, openPage, OURS, settle, startShell } from '../../fakes/shell.ts'

describe('starting', () => {
  it('keeps crash dumps here, sandboxes everything and makes app: a secure scheme, all before it is ready', async () => {
    const electron = fakeElectron()
    await loadMain(electron)
    expect(electron.app.isReady()).toBe(false)
    expect(electron.log).toEqual([
      'crashReporter, uploading: false, telling nobody',
      'app id: app.tierwise.desktop',
      'enableSandbox',
      'registerSchemesAsPrivileged',
    ])
    expect(electron.schemes).toMatchObject([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
    expect(electron.windows).toEqual([])
  })

  it('says to Windows the id that its installer writes', async () => {
    expect(builder.appId).toBe(APP_ID)
    const electron = await startShell()
    expect(electron.log).toContain(`app id: ${builder.appId ?? ''}`)
  })

  it('keeps everything in the folder that the browser uses too', async () => {
    const electron = await startShell()
    expect(electron.app.getPath('userData')).toBe(electron.folder)
    expect(existsSync(join(electron.folder, 'tierwise.db'))).toBe(true)
    expect(await callMain(electron, 'store.info', {})).toMatchObject({ value: { folder: electron.folder } })
  })

  it('leaves to the first instance when it is the second, touching no document', async () => {
    const electron = await startShell({ firstInstance: false })
    expect(electron.log).toContain('quit')
    expect(electron.windows).toEqual([])
    expect(electron.listeners.size).toBe(0)
    expect(existsSync(join(electron.folder, 'tierwise.db'))).toBe(false)
  })

  it('brings its window to the front when a second instance starts', async () => {
    const electron = await startShell()
    const window = onlyWindow(electron)
    window.minimized = true
    electron.app.emit('second-instance', {}, [], '', { files: [] })
    expect(window.calls).toEqual(expect.arrayContaining(['restore', 'focus']))
    expect(electron.windows).toHaveLength(1)
  })

  it('opens a new window when it is activated without one, and none beside one', async () => {
    const electron = await startShell()
    electron.app.emit('activate')
    expect(electron.windows).toHaveLength(1)
    onlyWindow(electron).close()
    electron.app.emit('activate')
    expect(electron.windows).toHaveLength(2)
  })
})

describe('ending', () => {
  it.each([
    ['linux', true],
    ['win32', true],
    ['darwin', false],
  ] as const)('on %s with its last window: %s', async (platform, ends) => {
    const electron = await startShell({ platform })
    onlyWindow(electron).close()
    electron.app.emit('window-all-closed')
    expect(electron.log.includes('quit')).toBe(ends)
  })

  it('lets go of the store first, so that the next start finds it free', async () => {
    const electron = await startShell()
    expect(openStore({ folder: electron.folder })).toMatchObject({ problems: [{ code: 'store.in_use' }] })
    await electron.quit()
    const next = openStore({ folder: electron.folder })
    expect(next).toMatchObject({ ok: true })
    if (next.ok) next.value.close()
  })
})

describe('the window', () => {
  it('keeps its place under a name', async () => {
    expect(onlyWindow(await startShell()).options).toMatchObject({
      name: 'main',
      windowStatePersistence: true,
    })
  })

  it('is hidden until it is ready, and shown once', async () => {
    const window = onlyWindow(await startShell())
    expect(window.options.show).toBe(false)
    expect(window.calls).not.toContain('show')
    window.emit('ready-to-show')
    expect(window.calls.filter((call) => call === 'show')).toHaveLength(1)
  })

  it('is shown all the same when it never gets ready', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const window = onlyWindow(await startShell())
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    expect(window.calls).toContain('show')
  })

  it('is never narrower than its page', async () => {
    const page = readFileSync(resolve(import.meta.dirname, '../../../src-renderer/theme/base.css'), 'utf8')
    const least = Number(/min-width: (\d+)px/.exec(page)?.[1])
    expect(onlyWindow(await startShell()).options.minWidth).toBeGreaterThanOrEqual(least)
  })
})

describe('the theme', () => {
  const [LIGHT, DARK] = ['#fdfdfe', '#0e0f12']

  it('is the system’s until a person chooses one, also before the page paints', async () => {
    expect(onlyWindow(await startShell()).options.backgroundColor).toBe(LIGHT)
    expect(onlyWindow(await startShell({ dark: true })).options.backgroundColor).toBe(DARK)
  })

  it('changes with the settings, and the window with it', async () => {
    const electron = await startShell()
    await callMain(electron, 'settings.change', { theme: 'dark' })
    expect(electron.theme.themeSource).toBe('dark')
    expect(onlyWindow(electron).calls).toContain(`background ${DARK}`)
  })

  it('is the chosen one at the next start', async () => {
    const first = await startShell()
    await callMain(first, 'settings.change', { theme: 'dark' })
    await first.quit()
    const next = await startShell({ folder: first.folder })
    expect(next.theme.themeSource).toBe('dark')
    expect(onlyWindow(next).options.backgroundColor).toBe(DARK)
  })
})

describe('events', () => {
  const theme = { kind: 'settings', settings: { theme: 'dark' } }

  it('are told to a page from when it listens until another takes its place', async () => {
    const electron = await startShell()
    const { webContents } = onlyWindow(electron)
    await callMain(electron, 'settings.change', { theme: 'light' })
    expect(webContents.sent).toEqual([])

    openPage(electron)
    await settle()
    await callMain(electron, 'settings.change', { theme: 'dark' })
    expect(webContents.sent).toMatchObject([{ channel: 'tierwise:event', value: theme }])

    webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
    webContents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
    await callMain(electron, 'settings.change', { theme: 'light' })
    expect(webContents.sent).toHaveLength(2)

    webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    await callMain(electron, 'settings.change', { theme: 'dark' })
    expect(webContents.sent).toHaveLength(2)
  })

  it('are told to no page that is not ours', async () => {
    const electron = await startShell()
    openPage(electron)
    await settle()
    const { webContents } = onlyWindow(electron)
    webContents.url = 'https://evil.example/'
    await callMain(electron, 'settings.change', { theme: 'dark' })
    expect(webContents.sent).toEqual([])
  })

  it('are told to no window that was closed', async () => {
    const electron = await startShell()
    openPage(electron)
    await settle()
    const window = onlyWindow(electron)
    window.close()
    await callMain(electron, 'settings.change', { theme: 'dark' })
    expect(window.webContents.sent).toEqual([])
    expect(window.webContents.url).toBe(OURS)
  })
})
