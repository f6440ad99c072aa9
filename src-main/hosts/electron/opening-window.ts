import { BrowserWindow } from 'electron'
import type { Waiting } from '../application.ts'
import type { Log } from '../log.ts'
import { shownLate } from '../shown-late.ts'
import { OPENING_PATH, openingPage, type OpeningPage } from './opening-page.ts'
import { START_ADDRESS } from './origin.ts'
import { CONFINED, pageColor, showWhenReady } from './window.ts'

/** What a person sees while documents of an older version are brought up to this one, where that takes a while. */
export interface OpeningWindow extends Waiting {
  /** Has the window's pages under their paths. */
  readonly respond: OpeningPage['respond']
  /** Calls it off, as closing the window does. */
  readonly callOff: () => void
  /** To be called when there is nothing more to wait for, or to call off. */
  readonly end: () => void
}

export function openingWindow(log: Pick<Log, 'note'>, patienceMs?: number): OpeningWindow {
  const calledOff = new AbortController()
  let window: BrowserWindow | undefined
  let isDone = false
  const callOff = () => {
    if (!isDone) calledOff.abort()
  }
  const isOver = () => isDone || calledOff.signal.aborted
  const page = openingPage(callOff)
  const shown = shownLate((progress) => {
    // A window that was closed stays closed.
    if (calledOff.signal.aborted) return
    window ??= open({ onClosed: callOff, isOver, log })
    window.setProgressBar(progress)
    page.show(progress)
  }, patienceMs)
  return {
    signal: calledOff.signal,
    onMigrating: shown.tell,
    respond: (pathname) => (isDone ? undefined : page.respond(pathname)),
    callOff,
    end: () => {
      isDone = true
      shown.end()
      // Closing waits for the page, and meanwhile it would be taken for the main window.
      window?.destroy()
    },
  }
}

interface Opening {
  readonly onClosed: () => void
  /** Whether there is nothing more to show, so that it does not matter how its page ended. */
  readonly isOver: () => boolean
  readonly log: Pick<Log, 'note'>
}

/** Small, for it shows one thing; it has no preload, and its page no script. */
function open({ onClosed, isOver, log }: Opening): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Tierwise',
    width: 440,
    height: 152,
    useContentSize: true,
    resizable: false,
    maximizable: false,
    fullscreenable: false,
    autoHideMenuBar: true,
    show: false,
    backgroundColor: pageColor(),
    webPreferences: CONFINED,
  })
  showWhenReady(window)
  window.on('closed', onClosed)
  window.loadURL(new URL(OPENING_PATH, START_ADDRESS).href).catch((error: unknown) => {
    // Its page is never sent to its end: it is left for the one that says that it was called off, or with the window.
    if (!isOver() && !window.isDestroyed()) log.note('The window of the opening could not be shown', error)
  })
  return window
}
