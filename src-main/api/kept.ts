import { inputOf } from '#main/runs/json.ts'
import { isMethod, type Method } from '#shared/api.ts'
import type { Result } from '#shared/problem.ts'
import { answer, internalError } from './answer.ts'
import { bundles } from './bundles.ts'
import { examplesArea } from './examples.ts'
import type { Handlers } from './handlers.ts'
import { history } from './history.ts'
import { library } from './library.ts'
import { answerOwn, isOwn } from './own-calls.ts'
import type { AskKept, KeptServices } from './services.ts'
import { settings } from './settings.ts'
import { storeArea } from './store.ts'
import { windows } from './window.ts'

/*
 * The calls that need the store. They are answered where it is open, which need not be where they come in: reading a
 * large document takes longer than a window may be kept waiting.
 */

const KEPT_AREAS = ['library', 'history', 'examples', 'settings', 'store', 'window'] as const
const IMPORT = 'bundles.import'

export type KeptMethod = Extract<Method, `${(typeof KEPT_AREAS)[number]}.${string}` | typeof IMPORT>

export const isKept = (method: Method): method is KeptMethod =>
  method === IMPORT || KEPT_AREAS.some((area) => method.startsWith(`${area}.`))

const keptHandlers = (services: KeptServices): Pick<Handlers, KeptMethod> => ({
  ...library(services),
  ...history(services),
  ...examplesArea(services),
  ...settings(services),
  ...storeArea(services),
  ...bundles(services),
  ...windows(services),
})

/** Answers every call that needs the store, pages' and the application's own. `onDefect` is told of what it cannot. */
export function answerKept(services: KeptServices, onDefect: (error: unknown) => void): AskKept {
  const handlers = keptHandlers(services)
  const answerRead = async (method: string, input: unknown): Promise<Result<unknown>> => {
    if (isOwn(method)) return answerOwn(services, method, input)
    if (isMethod(method) && isKept(method)) return answer(handlers, method, input)
    throw new Error(`The store does not answer ${method}.`)
  }
  return async (method, input) => {
    try {
      const read = inputOf(input)
      return read.ok ? await answerRead(method, read.value) : read
    } catch (error) {
      onDefect(error)
      return internalError(isOwn(method) ? 'a call of its own' : method)
    }
  }
}
