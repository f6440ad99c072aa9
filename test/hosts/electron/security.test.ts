import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { PRELOAD } from '../../fakes/built-bundles.ts'
import type { FakeElectron } from '../../fakes/electron.ts'
import { FOREIGN } from '../../fakes/foreign.ts'
import { onlyWindow, OURS, settle, startShell } from '../../fakes/shell.ts'

// Electron's own security checklist, item by item; 13, 17 and 18 have files of their own beside this one.

let electron: FakeElectron
beforeAll(async () => {
  electron = await startShell()
})

const preferences = () => {
  const { webPreferences } = onlyWindow(electron).options
  if (typeof webPreferences !== 'object' || webPreferences === null) throw new Error('no webPreferences')
  return webPreferences
}

describe("Electron's security checklist", () => {
  it('1 only secure content is loaded: the bundle and nothing remote', () => {
    const window = onlyWindow(electron)
    expect(window.calls.filter((call) => call.startsWith('loadURL'))).toEqual([`loadURL ${OURS}`])
    const page = readFileSync(resolve(import.meta.dirname, '../../../out/renderer/index.html'), 'utf8')
    expect([...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)).not.toContainEqual(
      expect.stringMatching(/^\w+:|^\/\//),
    )
  })

  it('2 pages have no Node', () => {
    expect(preferences()).toMatchObject({ nodeIntegration: false })
    for (const name of ['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'])
      expect(preferences()).not.toHaveProperty(name)
  })

  it('3 contexts are isolated, with the built preload as one script', () => {
    expect(preferences()).toMatchObject({ contextIsolation: true, preload: PRELOAD })
    expect(existsSync(PRELOAD)).toBe(true)
    expect(PRELOAD).toMatch(/\.cjs$/)
  })

  it('4 every process is sandboxed, from before the application is ready', () => {
    expect(electron.log).toContain('enableSandbox')
    expect(preferences()).toMatchObject({ sandbox: true })
  })

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal'])(
    '5 the permission "%s" is denied',
    (permission) => {
      const answer = vi.fn<(granted: boolean) => void>()
      electron.permissions.get('request')?.({}, permission, answer)
      expect(answer.mock.calls).toEqual([[false]])
      expect(electron.permissions.get('check')?.({}, permission)).toBe(false)
      expect(electron.permissions.get('device')?.({ deviceType: 'usb' })).toBe(false)
    },
  )

  it('6 web security is on', () => {
    expect(preferences()).not.toHaveProperty('webSecurity')
  })

  it('7 a content security policy comes with every answer, also with a refusal', async () => {
    const serve = electron.protocols.get('app')
    for (const address of [OURS, `${OURS}nothing.js`, 'app://other/']) {
      const policy = (await serve?.(new Request(address)))?.headers.get('content-security-policy')
      expect(policy).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
    }
  })

  it('8 insecure content does not run', () => {
    expect(preferences()).not.toHaveProperty('allowRunningInsecureContent')
  })

  it('9 no experimental features are on', () => {
    expect(preferences()).not.toHaveProperty('experimentalFeatures')
  })

  it('10 no Blink features are on', () => {
    expect(preferences()).not.toHaveProperty('enableBlinkFeatures')
  })

  it('11 a webview cannot exist, with popups or without', () => {
    expect(preferences()).toMatchObject({ webviewTag: false })
  })

  it('12 a webview that would be attached all the same is not', () => {
    expect(onlyWindow(electron).webContents.allows('will-attach-webview')).toBe(false)
  })

  it('14 no window is opened, not even of its own', () => {
    for (const url of [OURS, ...FOREIGN])
      expect(onlyWindow(electron).webContents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' })
  })

  it.each(['https://elevenlabs.io/pricing', 'https://help.elevenlabs.io/hc/en-us/articles/1?a=b#c'])(
    '15 the system opens %s, where a figure of ours comes from',
    async (url) => {
      const before = electron.opened.length
      onlyWindow(electron).webContents.windowOpenHandler?.({ url })
      await settle()
      expect(electron.opened.slice(before)).toEqual([url])
    },
  )

  it.each([
    ...FOREIGN,
    'http://elevenlabs.io/',
    'https://elevenlabs.io.evil.example/',
    'https://evil.example/?https://elevenlabs.io/',
    'https://elevenlabs.io@evil.example/',
    'https://me:secret@elevenlabs.io/',
    'https://elevenlabs.io:8443/',
    'smb://elevenlabs.io/share',
    'ms-msdt:/id',
  ])('15 the system opens no %s', async (url) => {
    const before = electron.opened.length
    onlyWindow(electron).webContents.windowOpenHandler?.({ url })
    await settle()
    expect(electron.opened.slice(before)).toEqual([])
  })

  it('15 one function alone hands an address to the system', () => {
    const folder = resolve(import.meta.dirname, '../../../src-main/hosts/electron')
    const users = readdirSync(folder).filter((file) =>
      readFileSync(join(folder, file), 'utf8').includes('openExternal'),
    )
    expect(users).toEqual(['external.ts'])
  })

  it('16 Electron is one of the three supported majors, and exactly this one', () => {
    expect(packageJson.devDependencies.electron).toMatch(/^4[5-9]\.\d+\.\d+$/)
  })

  it('20 the page gets two functions, and nothing of Electron', () => {
    const script = readFileSync(PRELOAD, 'utf8')
    expect([...script.matchAll(/exposeInMainWorld\("(\w+)"/g)].map(([, name]) => name)).toEqual(['tierwise'])
  })
})
