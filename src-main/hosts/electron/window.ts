import { BrowserWindow, nativeTheme, type WebPreferences } from 'electron'
import { START_ADDRESS } from './origin.ts'

const SHOW_AT_LATEST_MS = 4000

/** What every page of ours is kept from. */
export const CONFINED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  // Chromium fetches its dictionaries from the network.
  spellcheck: false,
} as const satisfies WebPreferences

export interface WindowOptions {
  readonly preload: string
  /** Told that the page could not be loaded. */
  readonly onFailure: (error: unknown) => void
}

/** Opens the main window where it was left, and shows it when its first frame is painted. */
export function openMainWindow({ preload, onFailure }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    title: 'Tierwise',
    width: 1360,
    height: 860,
    // The page's own least width, in its theme/base.css.
    minWidth: 1000,
    minHeight: 600,
    show: false,
    backgroundColor: pageColor(),
    webPreferences: { ...CONFINED, preload },
  })
  showWhenReady(window)
  window.loadURL(START_ADDRESS).catch((error: unknown) => {
    // A window closed while it loads is no failure.
    if (!window.isDestroyed()) onFailure(error)
  })
  return window
}

/** The window a person works in: the one with the focus, else any; undefined when all are closed. */
export function mainWindow(): BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** What is seen until the page paints, or where it has not yet: the page colours of its theme/base.css. */
export function pageColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#0e0f12' : '#fdfdfe'
}

/** `ready-to-show` may never come (a broken GPU driver, a renderer that fails): a window that stays hidden is worse. */
export function showWhenReady(window: BrowserWindow): void {
  const show = () => {
    clearTimeout(timer)
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  const timer = setTimeout(show, SHOW_AT_LATEST_MS)
  window.once('ready-to-show', show)
  window.once('closed', () => clearTimeout(timer))
}
