import type { Bridge } from '#shared/bridge.ts'
import { electronTransport } from './transport-electron.ts'
import { httpTransport, takeToken } from './transport-http.ts'

/** Over IPC in Electron's window, over loopback HTTP anywhere else. */
export function connect(): Bridge {
  return window.tierwise ? electronTransport(window.tierwise) : httpTransport(takeToken())
}
