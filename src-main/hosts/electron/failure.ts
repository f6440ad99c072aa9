import { app, type BrowserWindow } from 'electron'

/** Ends with an error, said in one line: without its page the application is an empty window, or none. */
export function giveUp(error: unknown): void {
  log(`Tierwise could not open: ${error instanceof Error ? error.message : String(error)}`)
  app.exit(1)
}

/** Brings a page back whose process is gone, once: one that fails again would do so for ever. */
export function reloadOnce({ webContents }: BrowserWindow): void {
  let reloaded = false
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log(`The page's process is gone: ${reason}, code ${exitCode}`)
    if (reloaded) return
    reloaded = true
    webContents.reload()
  })
}

function log(text: string): void {
  process.stderr.write(`${text}\n`)
}
