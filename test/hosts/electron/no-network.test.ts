import { beforeAll, describe, expect, it } from 'vitest'
import type { FakeElectron } from '../../fakes/electron.ts'
import { FOREIGN } from '../../fakes/foreign.ts'
import { onlyWindow, OURS, startShell } from '../../fakes/shell.ts'

let electron: FakeElectron
beforeAll(async () => {
  electron = await startShell()
})

describe('where the content policy fails', () => {
  it.each([
    ...FOREIGN.filter((url) => !url.startsWith('data:')),
    'https://elevenlabs.io/pricing',
    'ws://127.0.0.1:1/',
    'wss://evil.example/',
    'ftp://evil.example/',
    'blob:https://evil.example/0b9c',
    'blob:app://other/0b9c',
    'filesystem:app://bundle/temporary/a',
    'chrome://gpu/',
    'devtools://devtools/remote/serve_file/@1/inspector.html',
    'devtools://evil/bundled/inspector.html',
    'https://evil.example/?app://bundle/',
  ])('no request leaves the window: %s', (url) => {
    expect(electron.lets(url)).toBe(false)
  })

  it.each([
    OURS,
    `${OURS}assets/index.js?v=1`,
    `blob:${OURS}0b9c4d2e`,
    'data:image/svg+xml,<svg/>',
    'devtools://devtools/bundled/devtools_app.html?remoteBase=https://evil.example/',
  ])('what is on this machine is shown: %s', (url) => {
    expect(electron.lets(url)).toBe(true)
  })
})

describe('what is no request', () => {
  it('no name is looked up and no proxy asked for, from before Chromium is ready', () => {
    expect(Object.fromEntries(electron.switches)).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'no-proxy-server': '',
    })
  })

  it('WebRTC sends nothing', () => {
    expect(onlyWindow(electron).webContents.webRtcPolicy).toBe('disable_non_proxied_udp')
  })

  it('no dictionary is fetched', () => {
    expect(electron.spelling).toEqual([false])
    expect(onlyWindow(electron).options.webPreferences).toMatchObject({ spellcheck: false })
  })
})
