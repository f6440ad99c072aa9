import { join } from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import { createApi } from '#main/api/router.ts'
import { giveUp } from './failure.ts'
import { answerCalls } from './ipc.ts'
import { installMenu } from './menu.ts'
import { registerScheme, serveBundle } from './protocol.ts'
import { confineContents, denyPermissions } from './security.ts'
import { openMainWindow } from './window.ts'

const OUT = join(import.meta.dirname, '..')

// A second start hands over to the first: two processes cannot share one profile of Chromium's.
if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  app.enableSandbox()
  registerScheme()
  confineContents()
  app.on('second-instance', focusWindow)
  app.on('activate', openWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.whenReady().then(open).catch(giveUp)
}

function open(): void {
  denyPermissions(session.defaultSession)
  serveBundle(join(OUT, 'renderer'))
  answerCalls(createApi({ host: 'electron' }))
  installMenu(process.platform)
  openWindow()
}

function openWindow(): void {
  if (app.isReady() && BrowserWindow.getAllWindows().length === 0) {
    openMainWindow(join(OUT, 'preload', 'index.cjs'))
  }
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return openWindow()
  if (window.isMinimized()) window.restore()
  window.focus()
}
