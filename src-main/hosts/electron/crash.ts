import { existsSync, readdirSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import { app, type BrowserWindow, crashReporter, dialog } from 'electron'
import type { Problem } from '#shared/problem.ts'
import type { Log } from '../log.ts'
import { complain } from '../terminal.ts'

/**
 * Keeps minidumps of crashes on this machine, which hold stacks and not the rest of the memory. They are sent nowhere,
 * and the system's own reporter, which may send what it is handed, is handed nothing by the main process.
 */
export function keepCrashDumps(): void {
  crashReporter.start({ uploadToServer: false, ignoreSystemCrashHandler: true })
}

/** Takes away every minidump there is. */
export function removeCrashDumps(log: Log): void {
  try {
    const folder = app.getPath('crashDumps')
    if (!existsSync(folder)) return
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (extname(name) === '.dmp') rmSync(join(folder, name), { force: true })
  } catch (error) {
    log.note('The crash dumps could not be removed', error)
  }
}

/** Writes into the log what the main process would otherwise die of in silence, or let pass. */
export function logFailures(log: Log): void {
  process.on('unhandledRejection', (reason) => log.note('Unhandled rejection', reason))
  process.on('uncaughtException', (error) => {
    log.note('Uncaught exception', error)
    // What it left half done cannot be known; every accepted edit is on the disk already.
    dialog.showErrorBox(
      'Tierwise had to stop',
      `Something went wrong inside Tierwise. Your documents are safe.\n\nDetails are in ${log.file}.`,
    )
    app.exit(1)
  })
  app.on('child-process-gone', (_event, { type, reason, exitCode, name, serviceName }) => {
    if (reason === 'clean-exit') return
    const which = [type, name ?? serviceName].filter(Boolean).join(' ')
    log.note(`A process is gone: ${which}, ${reason}, code ${exitCode}`)
  })
}

/** Ends because the documents cannot be opened, and says why where a person sees it. */
export function refuseToOpen(log: Log, problems: readonly Problem[]): void {
  const why = problems.map(({ message }) => message).join('\n')
  log.note(`Tierwise could not open: ${why}`)
  complain(`Tierwise could not open: ${why}`)
  dialog.showErrorBox('Tierwise could not open', why)
  app.exit(1)
}

/** Ends with an error, said in one line: without its page the application is an empty window, or none. */
export function giveUp(log: Log, error: unknown): void {
  log.note('Tierwise could not open', error)
  complain(`Tierwise could not open: ${error instanceof Error ? error.message : String(error)}`)
  app.exit(1)
}

/**
 * Brings a page back whose process is gone. The first time at once; one that fails again would do so for ever, so
 * from then on the person decides.
 */
export function bringBack(window: BrowserWindow, log: Log): void {
  const { webContents } = window
  let reloaded = false
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    const what = `The page's process is gone: ${reason}, code ${exitCode}`
    log.note(what)
    complain(what)
    if (reloaded) return void ask(window, log)
    reloaded = true
    webContents.reload()
  })
}

async function ask(window: BrowserWindow, log: Log): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'Tierwise stopped working again',
    detail: `Your documents are safe. Details are in ${log.file}.`,
    buttons: ['Reload', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response !== 0) app.quit()
  else if (!window.isDestroyed()) window.webContents.reload()
}
