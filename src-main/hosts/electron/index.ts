import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import { APP_ID } from '#shared/app-id.ts'
import { dataFolder } from '../data-folder.ts'
import { openLog } from '../log.ts'
import { giveUp, keepCrashDumps, logFailures, refuseToOpen } from './crash.ts'
import { leaveNetwork } from './no-network.ts'
import { filesOf, Handover, openedFiles } from './opened-files.ts'
import { registerScheme } from './protocol.ts'
import { confineContents } from './security.ts'
import { openShell, type Shell } from './shell.ts'
import { bringToFront } from './window.ts'

const folder = dataFolder()
keepEverythingIn(folder)
keepCrashDumps()
// Windows groups windows, the taskbar's recent documents and notifications by it: it must be the installer's.
app.setAppUserModelId(APP_ID)

const { platform } = process
const files = filesOf(process.argv.slice(1), process.cwd())

// A second start hands over to the first: two processes cannot share one profile of Chromium's, nor one store.
if (app.requestSingleInstanceLock({ files } satisfies Handover)) start()
else app.quit()

function start(): void {
  const log = openLog(app.getPath('logs'))
  logFailures(log)
  app.enableSandbox()
  leaveNetwork()
  registerScheme()
  confineContents(log)
  const opened = openedFiles(log)
  opened.open(files)
  let shell: Shell | undefined

  app.on('second-instance', (_event, _argv, _folder, data) => {
    if (shell) shell.show()
    else BrowserWindow.getAllWindows().forEach(bringToFront)
    const handover = Handover.safeParse(data)
    if (handover.success) opened.open(handover.data.files)
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) shell?.show()
  })
  app.on('window-all-closed', () => {
    // While the documents are opened, there is a window only where that takes a while.
    if (shell && platform !== 'darwin') app.quit()
  })
  app
    .whenReady()
    .then(async () => {
      const opening = await openShell({
        folder,
        out: join(import.meta.dirname, '..'),
        log,
        opened,
        platform,
        session: session.defaultSession,
      })
      if (!opening.ok) return refuseToOpen(log, opening.problems)
      if (opening.value === null) return app.quit()
      shell = opening.value
    })
    .catch((error: unknown) => giveUp(log, error))
}

/** One folder for the window and the browser, so that both show the same documents. */
function keepEverythingIn(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    app.setPath('userData', path)
  } catch {
    // The store says what is wrong with the folder, in a window where a person sees it.
  }
}
