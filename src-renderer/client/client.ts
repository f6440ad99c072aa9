import type { Bridge } from '#shared/bridge.ts'
import type { Reach } from './reach.ts'
import { electronTransport } from './transport-electron.ts'
import { beginAgainWithNewToken, httpTransport, takeToken } from './transport-http.ts'

/**
 * Over IPC in Electron's window, over loopback HTTP anywhere else. `keep` is done before the page begins again with
 * the address of a newer start; `reached` is told whether the host is there, as far as that is found without a call.
 */
export function connect(keep: () => Promise<unknown>, reached: (reach: Reach) => void): Bridge {
  if (window.tierwise) return electronTransport(window.tierwise)
  const admitted = takeToken()
  beginAgainWithNewToken(keep)
  return httpTransport(admitted, reached)
}
