import { join } from 'node:path'
import { app, type Session } from 'electron'
import { succeed, type Result } from '#shared/problem.ts'
import { builtThreads, createApplication, isOpeningCalledOff } from '../application.ts'
import { call } from '../call.ts'
import type { Log } from '../log.ts'
import { warmUpSoon } from '../warm-up.ts'
import { bringBack, giveUp } from './crash.ts'
import { systemDialogs } from './dialogs.ts'
import { answerCalls } from './ipc.ts'
import { installMenu } from './menu.ts'
import { refuseRequests } from './no-network.ts'
import type { OpenedFiles } from './opened-files.ts'
import { openingWindow } from './opening-window.ts'
import { serveBundle } from './protocol.ts'
import { systemSecrets } from './secrets.ts'
import { denyPermissions } from './security.ts'
import { followTheme } from './theme.ts'
import { bringToFront, mainWindow, openMainWindow } from './window.ts'

export interface ShellOptions {
  /** Where documents are kept. */
  readonly folder: string
  /** Where the build put its bundles. */
  readonly out: string
  readonly log: Log
  readonly opened: OpenedFiles
  readonly platform: NodeJS.Platform
  readonly session: Session
}

export interface Shell {
  /** Brings the main window to the front, and opens it where it was closed. */
  readonly show: () => void
}

/**
 * Opens everything that has to wait until the system is ready for windows. Refused where the store is; null where a
 * person called off what the opening takes, or quit meanwhile.
 */
export async function openShell(options: ShellOptions): Promise<Result<Shell | null>> {
  const { folder, out, log, opened, platform } = options
  denyPermissions(options.session)
  refuseRequests(options.session)
  const waiting = openingWindow(log)
  serveBundle(join(out, 'renderer'), waiting.respond)
  const opening = createApplication({
    host: 'electron',
    folder,
    threads: builtThreads(out),
    log,
    secrets: systemSecrets(join(folder, 'keys.json'), platform, log),
    dialogs: systemDialogs,
    waiting,
  })
  closeWithApp(async () => {
    waiting.callOff()
    const last = await opening
    if (last.ok) await last.value.close()
  })
  const application = await opening
  waiting.end()
  if (!application.ok) return isOpeningCalledOff(application) ? succeed(null) : application
  const { api, events, audience, recent } = application.value
  answerCalls(api, audience)

  const settings = await call(api, 'settings.get', {})
  followTheme(settings.ok ? settings.value.theme : 'system', events)
  const actions = {
    run: (id: string) => {
      show()
      audience.tellOne({ kind: 'command', id })
    },
    leave: (id: string) => {
      const contents = mainWindow()?.webContents
      if (id === 'history.undo') contents?.undo()
      if (id === 'history.redo') contents?.redo()
    },
    openFile: (file: string) => {
      show()
      opened.open([file])
    },
  }
  installMenu({ api, events, actions, platform, log })

  function show(): void {
    const window = mainWindow()
    if (!window) {
      const onFailure = (error: unknown) => giveUp(log, error)
      return bringBack(openMainWindow({ preload: join(out, 'preload', 'index.cjs'), onFailure }), log)
    }
    bringToFront(window)
  }
  show()
  warmUpSoon(api)
  opened.begin({ api, audience, recent, platform })
  return succeed({ show })
}

/** The application ends once its threads and its store have, whatever asked it to. */
function closeWithApp(close: () => Promise<void>): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}
