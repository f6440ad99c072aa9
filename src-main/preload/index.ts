import { contextBridge, ipcRenderer } from 'electron'
import { EVENT_CHANNEL, INVOKE_CHANNEL, MOST_PLAIN_INPUT, type Bridge } from '#shared/bridge.ts'
import { hasFile } from '#shared/call-with-file.ts'
import type { AppEvent } from '#shared/events.ts'
import { METHODS } from './methods.ts'

const bridge: Bridge = {
  invoke: async (method, input) => {
    if (Object.hasOwn(METHODS, method)) {
      const answer = await ipcRenderer.invoke(INVOKE_CHANNEL, method, crossing(input))
      // The value of an answer that was worked out in a thread comes as the bytes of its JSON.
      if (!ArrayBuffer.isView(answer)) return answer
      const bytes = new Uint8Array(answer.buffer, answer.byteOffset, answer.byteLength)
      return { ok: true, value: JSON.parse(new TextDecoder().decode(bytes)) }
    }
    const message = `There is no method "${String(method)}".`
    return { ok: false, problems: [{ code: 'api.unknown_method', message, path: '' }] }
  },
  subscribe: (listener) => {
    // Electron's event object would hand the page the channel itself: only the value crosses.
    const pass = (_event: unknown, value: AppEvent) => listener(value)
    ipcRenderer.on(EVENT_CHANNEL, pass)
    // From here on the main process has somebody to tell.
    ipcRenderer.invoke(EVENT_CHANNEL).catch(() => undefined)
    return () => void ipcRenderer.off(EVENT_CHANNEL, pass)
  },
}

/** A large input goes over as bytes, which cost the main process nothing, and a file as it is. */
function crossing(input: unknown): unknown {
  if (hasFile(input)) return input
  const text = JSON.stringify(input)
  return text.length > MOST_PLAIN_INPUT ? new TextEncoder().encode(text) : input
}

contextBridge.exposeInMainWorld('tierwise', bridge)
