import { app, type Session, type WebContents } from 'electron'
import { isOurs } from './origin.ts'

/*
 * The window shows what lies on this machine and has nothing to fetch. The content policy of its pages says so; this is
 * for the day on which it fails, and for what it says nothing of: names that are looked up ahead, WebRTC, proxies, the
 * dictionaries of the spelling checker. Node's own requests, those of the main process, are not Chromium's and go on.
 */

/** Keeps Chromium from every host and proxy, and from looking for one; it takes this only before it is ready. */
export function leaveNetwork(): void {
  // Addresses in figures are mapped as well, and what is mapped is looked up nowhere.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('no-proxy-server')
}

/** Lets no request of the session's pages and workers through but for the renderer's own files. */
export function refuseRequests(session: Session): void {
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !staysHere(url) }))
}

/** Has WebRTC, of which neither the policy nor a request tells, send nothing past a proxy that is not there. */
export function muteWebRtc(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** What the page is made of: its files, what it made itself, and the developer tools that came with Electron. */
function staysHere(address: string): boolean {
  if (isOurs(address)) return true
  if (address.startsWith(BLOB)) return isOurs(address.slice(BLOB.length))
  return address.startsWith('data:') || isBundledTool(address)
}

const BLOB = 'blob:'

/** Some of the tools' addresses stand for files of a server. */
function isBundledTool(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, pathname } = new URL(address)
  return protocol === 'devtools:' && host === 'devtools' && pathname.startsWith('/bundled/')
}
