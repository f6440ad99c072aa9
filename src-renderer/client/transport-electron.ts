import type { Bridge } from '#shared/bridge.ts'
import { unreachable } from './unreachable.ts'

/** The preload's bridge; a call that fails on its way is a host that does not answer, as over HTTP. */
export const electronTransport = (bridge: Bridge): Bridge => ({
  invoke: async (method, input) => {
    try {
      return await bridge.invoke(method, input)
    } catch {
      return unreachable()
    }
  },
  subscribe: (listener) => bridge.subscribe(listener),
})
