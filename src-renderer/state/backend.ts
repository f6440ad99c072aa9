import type { Input, Invoke, Method, Output } from '#shared/api.ts'
import type { Bridge } from '#shared/bridge.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import { succeed } from '#shared/result.ts'
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

/** Answers that came with another one, by what will be asked for them. */
const foretold: { [M in Method]?: Map<string, Output<M>> } = {}

/**
 * Keeps what a call would answer for the first time that it is asked. Only for answers that depend on their input
 * alone: what the store holds may have changed by then.
 */
export function foretell<M extends Extract<Method, `analysis.${string}` | `catalogs.${string}`>>(
  method: M,
  input: Input<M>,
  answer: Output<M>,
): void {
  Object.assign(foretold, { [method]: new Map([[canonicalJson(input), answer]]) })
}

function takeForetold<M extends Method>(method: M, input: Input<M>): Output<M> | undefined {
  const answers = foretold[method]
  const key = answers && canonicalJson(input)
  const answer = key === undefined ? undefined : answers?.get(key)
  if (key !== undefined) answers?.delete(key)
  return answer
}

/** A call of the API over whichever transport this window has. */
export const call: Invoke = async (method, input) => {
  const known = takeForetold(method, input)
  if (known !== undefined) return succeed(known)
  const answer = await bridge.invoke(method, input)
  noteAnswer(answer)
  return answer
}
