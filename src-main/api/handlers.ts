import type { OnProgress } from '#main/engine/index.ts'
import type { Method, Output, ParsedInput } from '#shared/api.ts'
import type { Result } from '#shared/problem.ts'

type Answer<T> = T extends readonly (infer Item)[] ? readonly Item[] : T

/** What one operation does with input that was parsed already; a long one may tell how far it is. */
export type Handler<M extends Method> = (
  input: ParsedInput<M>,
  onProgress?: OnProgress,
) => Result<Answer<Output<M>>> | Promise<Result<Answer<Output<M>>>>

/** One handler for every operation of the map: a missing or wrong one does not compile. */
export type Handlers = { readonly [M in Method]: Handler<M> }

/** The handlers of one area: those whose method starts with its name. */
export type AreaHandlers<Area extends string> = Pick<Handlers, Extract<Method, `${Area}.${string}`>>
