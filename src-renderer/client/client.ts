import type { Bridge } from '#shared/bridge.ts'
import { electronTransport } from './transport-electron.ts'
import { beginAgainWithNewToken, httpTransport, takeToken } from './transport-http.ts'

/**
 * Over IPC in Electron's window, over loopback HTTP anywhere else. `keep` is done before the page begins again with
 * the address of a newer start.
 */
export function connect(keep: () => Promise<unknown>): Bridge {
  if (window.tierwise) return electronTransport(window.tierwise)
  const admitted = takeToken()
  beginAgainWithNewToken(keep)
  return httpTransport(admitted)
}
