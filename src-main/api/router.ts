import { Json } from '#main/runs/json.ts'
import { isMethod } from '#shared/api.ts'
import { MOST_PLAIN_INPUT } from '#shared/bridge.ts'
import { cutText } from '#shared/cut-text.ts'
import { refuse, type Result } from '#shared/problem.ts'
import { analysis } from './analysis.ts'
import { answer, internalError } from './answer.ts'
import { app } from './app.ts'
import { catalogs } from './catalogs.ts'
import { documents } from './documents.ts'
import { exports } from './exported.ts'
import { files } from './files.ts'
import type { Handlers } from './handlers.ts'
import { answerByWeight, type AnswerInThread, isLongMethod } from './heavy-calls.ts'
import { isKept } from './kept.ts'
import { importLarge, isLargeImport } from './large-import.ts'
import { startLarge } from './large-run.ts'
import { noServices } from './no-services.ts'
import { isOfOpenResults, results } from './results.ts'
import { runs } from './runs.ts'
import { scenarios } from './scenarios.ts'
import { secrets } from './secrets.ts'
import type { Services } from './services.ts'
import { answerStored, isStored } from './stored.ts'
import { throwLater } from './throw-later.ts'
import { storedWorkbook, workbookInRun, workbooksHere } from './workbooks.ts'

/**
 * Every operation of the application behind one door, whatever the transport. An answer that was worked out in a thread
 * has its value as `Json`, and so may the input of a call that is too large to be read on the main thread. `signal` says
 * that nobody waits for the answer any more.
 */
export type Api = (method: string, input: unknown, signal?: AbortSignal) => Promise<Result<unknown>>

export interface ApiOptions {
  /** Which host asks: `electron`, `web` or `cli`. */
  readonly host: string
  /** What it lends; a host without them answers what needs them with `host.no_store`. */
  readonly services?: Services
  /** Answers what would hold the main thread; without it everything is answered here. */
  readonly answerInThread?: AnswerInThread
  /** Told of every defect, which callers only see as `internal.error`; left out, it ends the process. */
  readonly onDefect?: (error: unknown) => void
}

/** The application for one host. */
export function createApi({ host, services, answerInThread, onDefect = throwLater }: ApiOptions): Api {
  const hasDialogs = services !== undefined && services.dialogs !== null
  const handlers = {
    ...noServices,
    ...app(host, hasDialogs),
    ...catalogs,
    ...analysis,
    ...scenarios,
    ...documents,
    ...workbooksHere,
    ...(services ? serve(services) : {}),
  }
  return createRouter(handlers, onDefect, { services, answerInThread })
}

const serve = (services: Services) => ({
  ...exports(services),
  ...files(services),
  ...runs(services),
  ...results(services),
  ...secrets(services),
})

interface Elsewhere {
  /** Answers the calls that need the store, or an open result, in the place of their handlers. */
  readonly services?: Pick<Services, 'kept' | 'runs' | 'results'> | undefined
  readonly answerInThread?: AnswerInThread | undefined
}

/** Parses the input, calls the method's handler and answers with values only: it never throws. */
export function createRouter(
  handlers: Handlers,
  onDefect: (error: unknown) => void,
  { services, answerInThread }: Elsewhere = {},
): Api {
  return async (method, input, signal) => {
    if (!isMethod(method)) {
      const message = `There is no method "${cutText(method, LONGEST_TOLD)}".`
      return refuse({ code: 'api.unknown_method', message, path: '' })
    }
    try {
      if (services && method === 'bundles.import' && isLargeImport(input))
        return await importLarge(services, input, signal)
      if (services && method === 'export.workbook')
        return await workbookInRun(services.runs, input, { signal })
      if (services && method === 'export.storedWorkbook') return await storedWorkbook(services, input, signal)
      if (services && isKept(method)) return await services.kept(method, input)
      if (services && isOfOpenResults(method)) return await services.results.ask(method, input, signal)
      if (services && isStored(method))
        return await answerStored({ kept: services.kept, handlers, answerInThread }, method, input, signal)
      if (services && method === 'runs.start' && input instanceof Json)
        return startLarge(services.runs, input)
      if (answerInThread && isLongMethod(method))
        return await answerByWeight(handlers, answerInThread, method, input, signal)
      return input instanceof Json ? tooLarge(method) : await answer(handlers, method, input)
    } catch (error) {
      onDefect(error)
      return internalError(method)
    }
  }
}

/** No method's name is longer. */
const LONGEST_TOLD = 100

const tooLarge = (method: string) =>
  refuse({
    code: 'input.too_large',
    message: `Nothing that ${method} has a use for is larger than ${MOST_PLAIN_INPUT / 1024} kB.`,
    path: '',
  })
