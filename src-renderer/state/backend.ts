import type { Invoke } from '#shared/api.ts'
import type { Bridge } from '#shared/bridge.ts'
import { unreachable } from '#renderer/client/unreachable.ts'

const NOWHERE: Bridge = {
  invoke: () => Promise.resolve(unreachable()),
  subscribe: () => () => undefined,
}

let bridge = NOWHERE

/** Says where calls go from now on. */
export function setBackend(to: Bridge): void {
  bridge = to
}

/** A call of the API over whichever transport this window has. */
export const call: Invoke = (method, input) => bridge.invoke(method, input)
