import type { Invoke } from '#shared/api.ts'
import type { Bridge } from '#shared/bridge.ts'
import { unreachable } from '#renderer/client/unreachable.ts'
import { noteAnswer } from './connection.ts'

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
export const invoke: Invoke = async (method, input) => {
  const answer = await bridge.invoke(method, input)
  noteAnswer(answer)
  return answer
}
