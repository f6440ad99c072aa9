import { app, type Event, type Session, type WebContents } from 'electron'
import type { Log } from '../log.ts'
import { openInBrowser } from './external.ts'
import { muteWebRtc } from './no-network.ts'
import { isOurs } from './origin.ts'

/** Refuses every permission; Electron grants them all unless told otherwise. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Keeps whatever the application shows, now and later, on the renderer's own pages. */
export function confineContents(log: Log): void {
  app.on('web-contents-created', (_event, contents) => confine(contents, log))
}

function confine(contents: WebContents, log: Log): void {
  const stayHome = (event: Event & { readonly url: string }) => {
    if (!isOurs(event.url)) event.preventDefault()
  }
  muteWebRtc(contents)
  contents.on('will-navigate', stayHome)
  contents.on('will-redirect', stayHome)
  contents.on('will-frame-navigate', stayHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openInBrowser(url).catch((error: unknown) => log.note('A link could not be opened', error))
    return { action: 'deny' }
  })
}
