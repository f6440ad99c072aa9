import type { z } from 'zod'
import { api, isMethod, type Method, type ParsedInput } from '#shared/api.ts'
import { parse, refuse, type Result } from '#shared/problem.ts'
import { analysis } from './analysis.ts'
import { app } from './app.ts'
import { bundles } from './bundles.ts'
import { catalogs } from './catalogs.ts'
import { documents } from './documents.ts'
import { files } from './files.ts'
import type { Handlers } from './handlers.ts'
import { answerByWeight, type AnswerInThread, isLongMethod } from './heavy-calls.ts'
import { history } from './history.ts'
import { library } from './library.ts'
import { noServices } from './no-services.ts'
import { runs } from './runs.ts'
import { scenarios } from './scenarios.ts'
import { secrets } from './secrets.ts'
import type { Services } from './services.ts'
import { settings } from './settings.ts'
import { storeArea } from './store.ts'
import { windows } from './window.ts'

/**
 * Every operation of the application behind one door, whatever the transport. An answer that was worked out in a thread
 * has its value as `Json`. `signal` says that nobody waits for the answer any more.
 */
export type Api = (method: string, input: unknown, signal?: AbortSignal) => Promise<Result<unknown>>

export interface ApiOptions {
  /** Which host asks: `electron`, `web` or `cli`. */
  readonly host: string
  /** What it lends; a host without them answers what needs them with `host.no_store`. */
  readonly services?: Services
  /** Answers what would hold the main thread; without it everything is answered here. */
  readonly answerInThread?: AnswerInThread
  /** Told of every defect, which callers only see as `internal.error`. */
  readonly onDefect?: (error: unknown) => void
}

/** The application for one host. */
export function createApi({ host, services, answerInThread, onDefect = writeToStderr }: ApiOptions): Api {
  const hasDialogs = services !== undefined && services.dialogs !== null
  const served = services ? serve(services) : noServices
  const handlers = {
    ...app(host, hasDialogs),
    ...catalogs,
    ...analysis,
    ...scenarios,
    ...documents,
    ...served,
  }
  return createRouter(handlers, onDefect, answerInThread)
}

const serve = (services: Services) => ({
  ...library(services),
  ...history(services),
  ...settings(services),
  ...storeArea(services),
  ...bundles(services),
  ...files(services),
  ...runs(services),
  ...secrets(services),
  ...windows(services),
})

/** Parses the input, calls the method's handler and answers with values only: it never throws. */
export function createRouter(
  handlers: Handlers,
  onDefect: (error: unknown) => void,
  answerInThread?: AnswerInThread,
): Api {
  return async (method, input, signal) => {
    if (!isMethod(method)) {
      return refuse({ code: 'api.unknown_method', message: `There is no method "${method}".`, path: '' })
    }
    try {
      if (answerInThread && isLongMethod(method))
        return await answerByWeight(handlers, answerInThread, method, input, signal)
      return await answer(handlers, method, input)
    } catch (error) {
      onDefect(error)
      const message = `Something went wrong inside Tierwise while it answered ${method}.`
      return refuse({ code: 'internal.error', message, path: '' })
    }
  }
}

/** The map seen through its input types, so that a method's schema and its handler are known to agree. */
const inputs: { readonly [M in Method]: { readonly input: z.ZodType<ParsedInput<M>> } } = api

async function answer<M extends Method>(
  handlers: Handlers,
  method: M,
  input: unknown,
): Promise<Result<unknown>> {
  const parsed = parse(inputs[method].input, input)
  return parsed.ok ? handlers[method](parsed.value) : parsed
}

function writeToStderr(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}
