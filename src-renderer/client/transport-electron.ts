import type { Invoke } from '#shared/api.ts'
import type { Bridge } from '#shared/bridge.ts'
import { unreachable } from './unreachable.ts'

/** A call that fails on its way is an engine that does not answer, as over HTTP. */
export const electronTransport =
  (bridge: Bridge): Invoke =>
  async (method, input) => {
    try {
      return await bridge.invoke(method, input)
    } catch {
      return unreachable()
    }
  }
