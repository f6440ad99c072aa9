import { EventEmitter } from 'node:events'

type OpenHandler = (details: { readonly url: string }) => { readonly action: string }

/** A web page's contents, on which the events of navigation are emitted. */
export class FakeContents extends EventEmitter {
  windowOpenHandler: OpenHandler | undefined
  url = ''
  reloads = 0
  destroyed = false
  /** What was sent to the page: clones, as between processes. */
  readonly sent: { readonly channel: string; readonly value: unknown }[] = []
  /** What the page's preload listens with. */
  readonly ipc = new EventEmitter()
  pdf: () => Promise<Buffer> = () => Promise.resolve(Buffer.from('%PDF'))
  readonly printed: unknown[] = []
  /** Which of its addresses WebRTC may use. */
  webRtcPolicy = 'default'

  setWindowOpenHandler(handler: OpenHandler): void {
    this.windowOpenHandler = handler
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy
  }
  send(channel: string, value: unknown): void {
    if (this.destroyed) throw new Error('Object has been destroyed')
    const clone: unknown = structuredClone(value)
    this.sent.push({ channel, value: clone })
    this.ipc.emit(channel, { sender: 'the real ipcRenderer' }, clone)
  }
  reload(): void {
    this.reloads += 1
  }
  printToPDF(options: unknown): Promise<Buffer> {
    this.printed.push(options)
    return this.pdf()
  }
  /** What was done in the field that is typed in. */
  readonly edits: string[] = []
  undo = () => void this.edits.push('undo')
  redo = () => void this.edits.push('redo')
  getURL = () => this.url
  isDestroyed = () => this.destroyed

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
    this.webContents.url = url
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
  setBackgroundColor(color: string): void {
    this.calls.push(`background ${color}`)
  }
  setProgressBar(progress: number): void {
    this.calls.push(`progress ${progress}`)
  }
  isVisible = () => this.visible
  isMinimized = () => this.minimized
  isDestroyed = () => this.destroyed

  /** Closed by the person. */
  close(): void {
    this.destroy()
  }
  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.webContents.destroyed = true
    this.webContents.emit('destroyed')
    this.emit('closed')
  }
}
