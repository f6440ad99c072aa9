import type { ServerResponse } from 'node:http'
import { STOPPING_CODE } from '#shared/bridge.ts'
import type { Result } from '#shared/problem.ts'
import { STOPPING } from '../stopping.ts'
import { ENDED, type Refusal } from './guard.ts'
import type { Session } from './sessions.ts'

/** What a call is answered with, or why it is not, where anybody is there to be told. */
export type Outcome =
  | { readonly kind: 'answered'; readonly result: Result<unknown> }
  | { readonly kind: 'cut'; readonly refusal: Refusal }
  | { readonly kind: 'gone' }

/** The host comes to its end, and with it what is asked of it. */
export const HOST_STOPPING: Refusal = { status: 503, problem: STOPPING }

/** Of a call that had begun: it may have been done all the same. */
const UNANSWERED: Refusal = {
  status: 503,
  problem: {
    code: STOPPING_CODE,
    message: 'Tierwise stopped before it had answered. Whether this was done shows once it is started again.',
    path: '',
  },
}

/** The calls under way. Each hears its answer, or in words why there will be none. */
export class Calls {
  /** What ends each. */
  readonly #underWay = new Set<(outcome: Outcome) => void>()
  #isStopping = false
  #onDone = () => {}

  get isStopping(): boolean {
    return this.#isStopping
  }

  /** Answers by `work`, whose signal says that nobody waits any more: the page has gone or was shut out. */
  async answer(
    session: Session,
    response: ServerResponse,
    work: (signal: AbortSignal) => Promise<Outcome>,
  ): Promise<Outcome> {
    const unwanted = new AbortController()
    const ending = Promise.withResolvers<Outcome>()
    const end = (outcome: Outcome) => {
      ending.resolve(outcome)
      unwanted.abort()
    }
    const shutOut = () => end({ kind: 'cut', refusal: ENDED })
    response.once('close', () => end({ kind: 'gone' }))
    this.#underWay.add(end)
    session.ended.addEventListener('abort', shutOut)
    try {
      return await Promise.race([ending.promise, work(unwanted.signal)])
    } finally {
      session.ended.removeEventListener('abort', shutOut)
      this.#underWay.delete(end)
      if (this.#underWay.size === 0) this.#onDone()
    }
  }

  /** Lets what is under way finish for so many milliseconds, and cuts what is not done then. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopping = true
    if (this.#underWay.size === 0) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#onDone = resolve
    const late = setTimeout(() => {
      for (const end of this.#underWay) end({ kind: 'cut', refusal: UNANSWERED })
    }, graceMs)
    await promise
    clearTimeout(late)
  }
}
