import { randomUUID } from 'node:crypto'
import { createEvents } from '#main/api/events.ts'
import { answerKept } from '#main/api/kept.ts'
import { answerRun } from '#main/api/long-calls.ts'
import { answerOpen } from '#main/api/open-results.ts'
import { createApi } from '#main/api/router.ts'
import type { AskKept, OpenResults, Runs, Secrets } from '#main/api/services.ts'
import { call } from '#main/hosts/call.ts'
import { encoded, inputOf, Json } from '#main/runs/json.ts'
import type { Store } from '#main/store/index.ts'
import type { Input, Method, Output } from '#shared/api.ts'
import type { AppEvent } from '#shared/events.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { RunKind } from '#shared/runs.ts'
import { newStore, valueOf } from '../store/support.ts'

const unused = () => {
  throw new Error('Not called in these tests.')
}

/** Runs that are done where they are started, of which only the answers are asked for. */
function runsHere(): Runs {
  const answers = new Map<string, Promise<Result<Json>>>()
  return {
    start: (method, input) => {
      const id = randomUUID()
      answers.set(id, answerHere(method, input))
      return { id, method, status: 'running', progress: null, problems: [] }
    },
    answered: (id) => answers.get(id) ?? unused(),
    list: unused,
    cancel: unused,
    result: unused,
    close: unused,
  }
}

async function answerHere(kind: RunKind, input: unknown): Promise<Result<Json>> {
  const read = inputOf(input)
  return asBytes(read.ok ? await answerRun(kind, read.value, () => undefined) : read)
}

function asBytes(answer: Result<unknown>): Result<Json> {
  const result = encoded(answer)
  return result.ok ? succeed(new Json(result.value)) : result
}

/** Results that are open where they are asked for; none takes long enough to be cancelled. */
function resultsHere(kept: AskKept): OpenResults {
  const answer = answerOpen((id, known) => kept('own.events', { id, known }))
  return {
    ask: async (method, input) => {
      const read = inputOf(input)
      return asBytes(read.ok ? await answer(method, read.value, () => undefined) : read)
    },
    cancel: () => false,
  }
}

const secrets: Secrets = { protection: unused, state: unused, set: unused, clear: unused, use: unused }

/** The application's API over a store of its own; a defect fails the test instead of being answered. */
export function storedApi(store: Store = newStore()) {
  const events = createEvents()
  const told: AppEvent[] = []
  events.subscribe((event) => void told.push(event))
  const defects: unknown[] = []
  const onDefect = (error: unknown) => void defects.push(error)
  const kept = answerKept({ store, events }, onDefect)
  const api = createApi({
    host: 'test',
    services: { kept, events, runs: runsHere(), results: resultsHere(kept), secrets, dialogs: null },
    onDefect,
  })

  const answer = async <M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> => {
    const result = await call(api, method, input)
    if (defects.length > 0) throw defects[0]
    return result
  }
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> =>
    valueOf(await answer(method, input))
  return { api, answer, ask, told, store, defects }
}
