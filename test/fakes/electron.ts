import { EventEmitter } from 'node:events'

export interface FakeOptions {
  /** Whether this is the first instance. */
  readonly firstInstance?: boolean
  readonly dark?: boolean
}

/** Who calls over IPC. */
export interface Sender {
  readonly url: string
  readonly parent?: object | null
}

type Listener = (event: object, ...args: readonly unknown[]) => unknown
/** A function the preload gives to the page. */
export type Exposed = (...args: readonly unknown[]) => Promise<unknown>
type ProtocolHandler = (request: Request) => Promise<Response>

/** A web page's contents, on which the events of navigation are emitted. */
export class FakeContents extends EventEmitter {
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler
  }

  /** Whether the event, as Electron emits it, would go through. */
  allows(name: string, details: { readonly url?: string } = {}): boolean {
    let prevented = false
    this.emit(name, { ...details, preventDefault: () => (prevented = true) })
    return !prevented
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly calls: string[] = []
  visible = false
  minimized = false
  destroyed = false

  readonly options: Readonly<Record<string, unknown>>

  constructor(options: Readonly<Record<string, unknown>>) {
    super()
    this.options = options
    this.visible = options.show !== false
  }

  loadURL(url: string): Promise<void> {
    this.calls.push(`loadURL ${url}`)
    return Promise.resolve()
  }
  show(): void {
    this.calls.push('show')
    this.visible = true
  }
  focus(): void {
    this.calls.push('focus')
  }
  restore(): void {
    this.calls.push('restore')
    this.minimized = false
  }
  isVisible = () => this.visible
  isMinimized = () => this.minimized
  isDestroyed = () => this.destroyed
}

/**
 * The part of Electron that the shell uses, with its rules: what must come before `ready` throws after it, and
 * what crosses between processes or worlds is cloned, so that functions and class instances do not get across.
 */
export function fakeElectron({ firstInstance = true, dark = false }: FakeOptions = {}) {
  const log: string[] = []
  const windows: FakeWindow[] = []
  const schemes: unknown[] = []
  const protocols = new Map<string, ProtocolHandler>()
  const listeners = new Map<string, Listener>()
  const exposed = new Map<string, Readonly<Record<string, Exposed>>>()
  const permissions = new Map<string, (...args: readonly unknown[]) => unknown>()
  let ready = false
  let becomeReady = () => {}
  const whenReady = new Promise<void>((resolve) => {
    becomeReady = resolve
  })
  const beforeReady = (what: string) => {
    if (ready) throw new Error(`${what} must come before ready`)
    log.push(what)
  }

  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => firstInstance,
    enableSandbox: () => beforeReady('enableSandbox'),
    quit: () => log.push('quit'),
    whenReady: () => whenReady,
    isReady: () => ready,
  })

  class BrowserWindow extends FakeWindow {
    static getAllWindows = () => windows.filter((window) => !window.destroyed)
    constructor(options: Readonly<Record<string, unknown>>) {
      super(options)
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
  }

  const keep = (name: string) => (handler: (...args: readonly unknown[]) => unknown) =>
    void permissions.set(name, handler)

  const module = {
    app,
    BrowserWindow,
    nativeTheme: { shouldUseDarkColors: dark },
    Menu: {
      buildFromTemplate: (template: readonly unknown[]) => template,
      setApplicationMenu: () => log.push('setApplicationMenu'),
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
      },
    },
    ipcMain: {
      handle: (channel: string, listener: Listener) => void listeners.set(channel, listener),
    },
  }

  const invokeAs = async (sender: Sender | null, channel: string, ...args: readonly unknown[]) => {
    const listener = listeners.get(channel)
    if (!listener) throw new Error(`No handler registered for '${channel}'`)
    const senderFrame = sender && { parent: null, ...sender }
    return structuredClone(await listener({ senderFrame }, ...structuredClone(args))) as unknown
  }

  /** What a preload may require, for the page at an address. */
  const preloadModule = (sender: Sender) => ({
    ipcRenderer: {
      invoke: (channel: string, ...args: readonly unknown[]) => invokeAs(sender, channel, ...args),
    },
    contextBridge: {
      exposeInMainWorld: (name: string, value: Readonly<Record<string, Exposed>>) => {
        const entries = Object.entries(value).map(([key, exposedFunction]) => [key, bridged(exposedFunction)])
        exposed.set(name, Object.fromEntries(entries))
      },
    },
  })

  return {
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
    /** Lets the operating system report that the application may open its windows. */
    becomeReady: async () => {
      ready = true
      becomeReady()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

/** A function as the page sees it: nothing but clones crosses into its world and back. */
function bridged(exposedFunction: Exposed): Exposed {
  return async (...args) => structuredClone(await exposedFunction(...structuredClone(args)))
}

export type FakeElectron = ReturnType<typeof fakeElectron>
