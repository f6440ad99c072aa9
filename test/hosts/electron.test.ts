import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { loadMain, PRELOAD } from '../fakes/built-bundles.ts'
import { WAYS_OUT } from '../fakes/bundle.ts'
import { fakeElectron, type FakeElectron, type FakeOptions, type FakeWindow } from '../fakes/electron.ts'

const OURS = 'app://bundle/'
const FOREIGN = [
  'https://evil.example/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'app://other/',
  'app://bundle.evil.example/',
  'app://evil@bundle/',
  'data:text/html,hi',
  'javascript:alert(1)',
  'about:blank',
  'not an address',
]

async function start(options: FakeOptions = {}): Promise<FakeElectron> {
  const electron = fakeElectron(options)
  await loadMain(electron)
  await electron.becomeReady()
  return electron
}

function onlyWindow({ windows }: FakeElectron): FakeWindow {
  const [window, another] = windows
  if (!window || another) throw new Error(`expected one window, found ${windows.length}`)
  return window
}

describe('starting', () => {
  it('sandboxes everything and makes app: a secure scheme before it is ready', async () => {
    const electron = fakeElectron()
    await loadMain(electron)
    expect(electron.app.isReady()).toBe(false)
    expect(electron.log).toEqual(['enableSandbox', 'registerSchemesAsPrivileged'])
    expect(electron.schemes).toMatchObject([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  it('opens no window before it is ready', async () => {
    const electron = fakeElectron()
    await loadMain(electron)
    expect(electron.windows).toEqual([])
  })

  it('leaves to the first instance when it is the second', async () => {
    const electron = await start({ firstInstance: false })
    expect(electron.log).toEqual(['quit'])
    expect(electron.windows).toEqual([])
    expect(electron.listeners.size).toBe(0)
  })

  it('brings its window to the front when a second instance starts', async () => {
    const electron = await start()
    const window = onlyWindow(electron)
    window.minimized = true
    electron.app.emit('second-instance', {}, [], '')
    expect(window.calls).toEqual(expect.arrayContaining(['restore', 'focus']))
    expect(electron.windows).toHaveLength(1)
  })

  it('opens a new window when it is activated without one, and none beside one', async () => {
    const electron = await start()
    electron.app.emit('activate')
    expect(electron.windows).toHaveLength(1)
    onlyWindow(electron).destroyed = true
    electron.app.emit('activate')
    expect(electron.windows).toHaveLength(2)
  })
})

describe('the window', () => {
  it('is isolated, sandboxed and without Node, with the built preload', async () => {
    const { webPreferences } = onlyWindow(await start()).options
    expect(webPreferences).toMatchObject({
      preload: PRELOAD,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    })
    expect(existsSync(PRELOAD)).toBe(true)
    expect(PRELOAD).toMatch(/\.cjs$/)
    const weakening = [
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
    ]
    for (const name of weakening) expect(webPreferences).not.toHaveProperty(name)
  })

  it('loads the bundle and keeps its place under a name', async () => {
    const window = onlyWindow(await start())
    expect(window.calls).toContain(`loadURL ${OURS}`)
    expect(window.options).toMatchObject({ name: 'main', windowStatePersistence: true })
  })

  it('has the background of the theme until it paints', async () => {
    expect(onlyWindow(await start()).options.backgroundColor).toBe('#fdfdfe')
    expect(onlyWindow(await start({ dark: true })).options.backgroundColor).toBe('#0e0f12')
  })

  it('is hidden until it is ready, and shown once', async () => {
    const window = onlyWindow(await start())
    expect(window.options.show).toBe(false)
    expect(window.calls).not.toContain('show')
    window.emit('ready-to-show')
    expect(window.calls.filter((call) => call === 'show')).toHaveLength(1)
  })

  it('is shown all the same when it never gets ready', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const window = onlyWindow(await start())
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    expect(window.calls).toContain('show')
  })
})

describe('navigation', () => {
  let contents: FakeWindow['webContents']
  beforeAll(async () => {
    contents = onlyWindow(await start()).webContents
  })

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s stays at home', (event) => {
    expect(contents.allows(event, { url: `${OURS}index.html` })).toBe(true)
    for (const url of FOREIGN)
      expect({ url, allowed: contents.allows(event, { url }) }).toEqual({ url, allowed: false })
  })

  it('opens no other window, not even of its own', () => {
    for (const url of [OURS, ...FOREIGN])
      expect(contents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' })
  })

  it('attaches no webview', () => {
    expect(contents.allows('will-attach-webview')).toBe(false)
  })
})

describe('permissions', () => {
  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal'])(
    '%s is denied',
    async (permission) => {
      const { permissions } = await start()
      const answer = vi.fn<(granted: boolean) => void>()
      permissions.get('request')?.({}, permission, answer)
      expect(answer.mock.calls).toEqual([[false]])
      expect(permissions.get('check')?.({}, permission)).toBe(false)
      expect(permissions.get('device')?.({ deviceType: 'usb' })).toBe(false)
    },
  )
})

describe('the app: protocol', () => {
  let get: (address: string, init?: RequestInit) => Promise<Response>
  beforeAll(async () => {
    const handler = (await start()).protocols.get('app')
    get = (address, init) => {
      if (!handler) throw new Error('app: is not handled')
      return handler(new Request(address, init))
    }
  })

  it('serves the built page under the content policy', async () => {
    const response = await get(OURS)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(await response.text()).toContain('<div id="root">')
  })

  it('serves what the page asks for', async () => {
    const page = await (await get(OURS)).text()
    const assets = [...page.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+)"/g)].map(([, path]) => path)
    expect(assets.length).toBeGreaterThan(0)
    for (const path of assets) expect((await get(OURS + path)).status).toBe(200)
  })

  it.each([
    ...WAYS_OUT,
    '/../main/index.js',
    '/%2e%2e%2fmain%2findex.js',
    '/..%2f..%2fpackage.json',
    '/no.js',
  ])('has nothing at %s', async (path) => {
    const response = await get(`app://bundle${path}`)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it('serves no other host and no other method', async () => {
    expect((await get('app://other/index.html')).status).toBe(403)
    expect((await get(OURS, { method: 'POST' })).status).toBe(403)
  })
})

describe('IPC', () => {
  const forbidden = { ok: false, problems: [{ code: 'ipc.forbidden', path: '' }] }
  const call = (electron: FakeElectron, sender: Parameters<FakeElectron['invokeAs']>[0]) =>
    electron.invokeAs(sender, 'tierwise:invoke', 'app.info', {})

  it('answers the page itself', async () => {
    const answer = await call(await start(), { url: `${OURS}index.html#/compare` })
    expect(answer).toMatchObject({ ok: true, value: { host: 'electron' } })
  })

  it.each(FOREIGN)('refuses a page at %s', async (url) => {
    expect(await call(await start(), { url })).toMatchObject(forbidden)
  })

  it('refuses a frame inside the page, also one of ours', async () => {
    expect(await call(await start(), { url: OURS, parent: {} })).toMatchObject(forbidden)
  })

  it('refuses a frame that is gone', async () => {
    expect(await call(await start(), null)).toMatchObject(forbidden)
  })

  it('listens on one channel only', async () => {
    expect([...(await start()).listeners.keys()]).toEqual(['tierwise:invoke'])
  })

  it.each([undefined, null, 7, {}, ['app.info', 1]])('takes %j for no method', async (method) => {
    const answer = (await start()).invokeAs({ url: OURS }, 'tierwise:invoke', method, {})
    expect(await answer).toMatchObject({ ok: false, problems: [{ code: 'api.unknown_method' }] })
  })
})
