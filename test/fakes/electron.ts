import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { types } from 'node:util'
import { afterAll, vi } from 'vitest'
import { PATIENT } from '../patience.ts'
import { fakeDialogs, type FakeKeyStore, fakeSafeStorage, FakeTheme } from './electron-system.ts'
import { FakeWindow } from './electron-window.ts'

export interface FakeOptions {
  /** Whether this is the first instance. */
  readonly firstInstance?: boolean
  readonly dark?: boolean
  readonly keyStore?: FakeKeyStore
  readonly platform?: NodeJS.Platform
  /** What follows Electron and the application on the command line. */
  readonly args?: readonly string[]
  /** Where documents are kept; a new, empty folder unless given. */
  readonly folder?: string
}

/** Who calls over IPC. */
export interface Sender {
  readonly url: string
  readonly parent?: object | null
}

type Handler = (event: object, ...args: readonly unknown[]) => unknown
type Exposed = (...args: readonly unknown[]) => unknown
type RequestListener = (
  details: { readonly url: string },
  answer: (response: { readonly cancel?: boolean }) => void,
) => void
type ProtocolHandler = (request: Request) => Promise<Response>
interface MenuItem {
  readonly [name: string]: unknown
}

const started: { readonly quit: () => Promise<void> }[] = []
const folders: string[] = []

afterAll(async () => {
  for (const electron of started) await electron.quit()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tierwise-electron-'))
  folders.push(folder)
  return folder
}

/**
 * The part of Electron that the shell uses, with its rules: what must come before `ready` throws after it, and
 * what crosses between processes or worlds is cloned, so that functions and class instances do not get across.
 */
export function fakeElectron(options: FakeOptions = {}) {
  const { firstInstance = true, dark = false, platform = 'linux', args = [], folder = newFolder() } = options
  const log: string[] = []
  const windows: FakeWindow[] = []
  const schemes: unknown[] = []
  const protocols = new Map<string, ProtocolHandler>()
  const listeners = new Map<string, Handler>()
  const exposed = new Map<string, Readonly<Record<string, Exposed>>>()
  const switches = new Map<string, string>()
  const spelling: boolean[] = []
  let beforeRequest: RequestListener | undefined
  const permissions = new Map<string, (...args: readonly unknown[]) => unknown>()
  const menus: (readonly MenuItem[])[] = []
  const opened: string[] = []
  const recentDocuments: string[] = []
  const paths = new Map([
    ['userData', join(folder, 'chosen-by-electron')],
    ['documents', join(folder, 'Documents')],
    ['logs', join(folder, 'logs')],
    ['crashDumps', join(folder, 'crashes')],
  ])
  const handedOver: unknown[] = []
  const exits: number[] = []
  const dialogs = fakeDialogs()
  const keyStore = fakeSafeStorage(options.keyStore ?? {})
  const theme = new FakeTheme(dark)
  let ready = false
  let becomeReady = () => {}
  const whenReady = new Promise<void>((resolve) => {
    becomeReady = resolve
  })
  const beforeReady = (what: string) => {
    if (ready) throw new Error(`${what} must come before ready`)
    log.push(what)
  }
  const afterReady = (what: string) => {
    if (!ready) throw new Error(`${what} cannot be used before ready`)
  }

  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: (data: unknown) => {
      handedOver.push(structuredClone(data))
      return firstInstance
    },
    enableSandbox: () => beforeReady('enableSandbox'),
    commandLine: {
      appendSwitch: (name: string, value = '') => {
        if (ready) throw new Error(`the switch ${name} must come before ready`)
        switches.set(name, value)
      },
    },
    setAppUserModelId: (id: string) => beforeReady(`app id: ${id}`),
    quit: () => log.push('quit'),
    exit: (code: number) => exits.push(code),
    whenReady: () => whenReady,
    isReady: () => ready,
    setPath: (name: string, path: string) => void paths.set(name, path),
    getPath: (name: string) => {
      const path = paths.get(name)
      if (path === undefined) throw new Error(`Failed to get '${name}' path`)
      return path
    },
    addRecentDocument: (file: string) => recentDocuments.push(file),
  })

  class BrowserWindow extends FakeWindow {
    static getAllWindows = () => windows.filter((window) => !window.destroyed)
    static getFocusedWindow = () => null
    constructor(given: Readonly<Record<string, unknown>>) {
      afterReady('BrowserWindow')
      super(given)
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
  }

  const keep = (name: string) => (handler: (...args: readonly unknown[]) => unknown) =>
    void permissions.set(name, handler)

  const module = {
    app,
    BrowserWindow,
    nativeTheme: theme,
    dialog: dialogs.module,
    safeStorage: keyStore.module,
    crashReporter: {
      start: (given: { readonly uploadToServer: boolean; readonly ignoreSystemCrashHandler?: boolean }) => {
        const told = given.ignoreSystemCrashHandler === true ? 'nobody' : 'the system'
        beforeReady(`crashReporter, uploading: ${String(given.uploadToServer)}, telling ${told}`)
      },
    },
    shell: {
      openExternal: (address: string) => Promise.resolve(void opened.push(address)),
      openPath: (path: string) => {
        opened.push(path)
        return Promise.resolve('')
      },
    },
    Menu: {
      buildFromTemplate: (template: readonly MenuItem[]) => template,
      setApplicationMenu: (template: readonly MenuItem[]) => void menus.push(template),
    },
    protocol: {
      registerSchemesAsPrivileged: (list: readonly unknown[]) => {
        beforeReady('registerSchemesAsPrivileged')
        schemes.push(...list)
      },
      handle: (scheme: string, handler: ProtocolHandler) => void protocols.set(scheme, handler),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: keep('request'),
        setPermissionCheckHandler: keep('check'),
        setDevicePermissionHandler: keep('device'),
        setSpellCheckerEnabled: (enabled: boolean) => void spelling.push(enabled),
        webRequest: {
          onBeforeRequest: (listener: RequestListener) => {
            beforeRequest = listener
          },
        },
      },
    },
    ipcMain: {
      handle: (channel: string, handler: Handler) => void listeners.set(channel, handler),
    },
  }

  const invokeAs = async (sender: Sender | null, channel: string, ...values: readonly unknown[]) => {
    const listener = listeners.get(channel)
    if (!listener) throw new Error(`No handler registered for '${channel}'`)
    const event = { senderFrame: sender && { parent: null, ...sender }, sender: windows.at(-1)?.webContents }
    return structuredClone(await listener(event, ...structuredClone(values))) as unknown
  }

  /** What the preload of the newest window may require, for the page at an address. */
  const preloadModule = (sender: Sender) => {
    const ipc = windows.at(-1)?.webContents.ipc ?? new EventEmitter()
    return {
      ipcRenderer: {
        invoke: (channel: string, ...values: readonly unknown[]) => invokeAs(sender, channel, ...values),
        on: (channel: string, listener: (...values: unknown[]) => void) => void ipc.on(channel, listener),
        off: (channel: string, listener: (...values: unknown[]) => void) => void ipc.off(channel, listener),
      },
      contextBridge: {
        exposeInMainWorld: (name: string, value: Readonly<Record<string, Exposed>>) => {
          exposed.set(
            name,
            Object.fromEntries(Object.entries(value).map(([key, own]) => [key, bridged(own)])),
          )
        },
      },
    }
  }

  const electron = {
    module,
    preloadModule,
    invokeAs,
    app,
    log,
    windows,
    schemes,
    protocols,
    listeners,
    exposed,
    permissions,
    /** Chromium's, by name. */
    switches,
    /** What was said of the spelling checker. */
    spelling,
    /** Whether a request of the session's pages would go out, as Chromium asks. */
    lets: (url: string): boolean => {
      let isCancelled = false
      beforeRequest?.({ url }, ({ cancel = false }) => (isCancelled = cancel))
      return !isCancelled
    },
    dialogs,
    keyStore: keyStore.state,
    theme,
    folder,
    platform,
    args,
    exits,
    handedOver,
    recentDocuments,
    /** Addresses and folders that were handed to the system. */
    opened,
    /** Every application menu that was shown, the newest last. */
    menus,
    /** What main listens to on its own process. */
    processListeners: new Map<string, (...args: readonly unknown[]) => void>(),
    /** Lets the operating system report that the application may open its windows, and waits until it shows one or gives up. */
    becomeReady: async () => {
      ready = true
      becomeReady()
      const gaveUp = () => exits.length > 0 || log.includes('quit')
      await vi.waitUntil(() => windows.length > 0 || gaveUp(), PATIENT)
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    },
    /** Ends the application as the system would, waiting until it has let go of everything. */
    quit: async () => {
      let isHeld = true
      while (isHeld) {
        isHeld = false
        app.emit('will-quit', { preventDefault: () => (isHeld = true) })
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
  started.push(electron)
  return electron
}

/** A function as the other world sees it: functions get across as functions, everything else as a clone. */
function bridged(own: Exposed): Exposed {
  return (...args) => crossed(own(...args.map(crossed)))
}

function crossed(value: unknown): unknown {
  if (typeof value === 'function')
    return bridged((...args) => Reflect.apply(value, undefined, args) as unknown)
  // The preload's world has a Promise of its own.
  if (types.isPromise(value)) return value.then(crossed)
  return structuredClone(value)
}

export type FakeElectron = ReturnType<typeof fakeElectron>
