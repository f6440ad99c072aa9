import { CancelledError, QueryClient, type Query, type QueryFunction } from '@tanstack/query-core'
import type { Input, Invoke, Output } from '#shared/api.ts'
import type { Problem, Result } from '#shared/result.ts'
import { reachOf } from '#renderer/client/reach.ts'
import { type Change, OUTDATED_BY_CALL, type Outdated } from './changes.ts'
import { hashOf } from './hash.ts'
import type { QuestionKey } from './key.ts'
import { isOfTheMoment } from './of-the-moment.ts'
import { type Asked, type Question, QUESTIONS, type Told } from './questions.ts'

export type Answer<Q extends Question> = Result<Told<Q>>

/** That there is no answer to keep: nobody answered, or the store could not be read. The only way a question fails. */
class Unanswered extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join(' '))
    this.problems = problems
  }
}

const NONE: readonly Problem[] = []

/** Why a question failed; empty where it did not. */
export const problemsOf = (error: unknown): readonly Problem[] =>
  error instanceof Unanswered ? error.problems : NONE

/** Whether there is no host, or none that still answers. */
export const isUnreachable = (problems: readonly Problem[]): boolean => {
  const reach = reachOf(problems)
  return reach === 'silent' || reach === 'stopped'
}

/** What a query is to the library, for `ask` here and for those that watch it. */
export interface QuestionOptions<Q extends Question> {
  readonly queryKey: QuestionKey<Q>
  readonly queryFn: QueryFunction<Answer<Q>, QuestionKey<Q>>
  readonly staleTime: number
  /** How long it is kept once nobody shows it, in milliseconds. */
  readonly gcTime: number
  readonly meta: { readonly [How in typeof OF_ANOTHER | typeof AHEAD]: (of: string) => void }
}

/** By what a question about a result knows how the same is asked about another one. */
const OF_ANOTHER = 'ofAnother'

/** And how it is asked about one that is being opened. */
const AHEAD = 'ahead'

const A_WHILE_MS = 300_000

/** All that this window and the API say to each other. */
export interface Answers {
  readonly client: QueryClient
  readonly optionsOf: <Q extends Question>(question: Q, input: Asked<Q>) => QuestionOptions<Q>
  /** The answer that is here and holds; undefined where it must be asked for. */
  readonly known: <Q extends Question>(question: Q, input: Asked<Q>) => Answer<Q> | undefined
  /** The answer that is here, though it may be out of date. */
  readonly last: <Q extends Question>(question: Q, input: Asked<Q>) => Answer<Q> | undefined
  /** Asks, once at a time however many want to know; an answer that holds is not asked for again. */
  readonly ask: <Q extends Question>(question: Q, input: Asked<Q>) => Promise<Answer<Q>>
  /** Keeps what was learnt in another way. */
  readonly keep: <Q extends Question>(question: Q, input: Asked<Q>, answer: Answer<Q>) => void
  /** Calls what is no question. What was answered before and is not so any more is asked for anew where it is shown. */
  readonly call: <M extends Change>(method: M, input: Input<M>) => Promise<Result<Output<M>>>
  /** Says what is out of date: asked for anew where it is shown, and elsewhere once somebody wants to know. */
  readonly outdate: (outdated: Outdated) => Promise<void>
  /** Asks about a result what is on screen about the one before it, without waiting until that is drawn. */
  readonly askOfNext: (before: string, id: string) => void
  /** Asks of a result that is being opened, by the token of that job, what takes long and is on screen about the one before it. */
  readonly askAhead: (before: string, opening: string) => void
  /** Lets go of what nobody shows of other results than this one: with the next edit there is another. */
  readonly keepPartsOf: (id: string) => void
}

/** The one place where questions meet the library that keeps their answers. */
export function createAnswers(invoke: Invoke): Answers {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        queryKeyHashFn: hashOf,
        // Answers are compared by nobody: looking for what is alike in two of them takes longer than drawing anew.
        structuralSharing: false,
        // A host on the same machine is there or it is not; `connection.ts` tries again for the whole window.
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  })

  const optionsOf = <Q extends Question>(question: Q, input: Asked<Q>): QuestionOptions<Q> => ({
    queryKey: [question, input],
    queryFn: async (context) => {
      const { ask, holds } = QUESTIONS[question]
      // The library lets go of an answer nobody waits for only where its signal was read.
      const answer = await ask(invoke, input, () => context.signal)
      if (!answer.ok && (holds === 'until told' || isNoAnswer(answer.problems)))
        throw new Unanswered(answer.problems)
      return answer
    },
    staleTime: Infinity,
    gcTime: QUESTIONS[question].kept === 'while shown' ? 0 : A_WHILE_MS,
    meta: {
      [OF_ANOTHER]: (id) => void client.prefetchQuery(optionsOf(question, ofResult(input, id))),
      [AHEAD]: (opening) => QUESTIONS[question].askAhead?.(invoke, input, opening),
    },
  })

  const last: Answers['last'] = (question, input) => client.getQueryData(optionsOf(question, input).queryKey)

  const ask: Answers['ask'] = async (question, input) => {
    try {
      return await client.query(optionsOf(question, input))
    } catch (error) {
      if (error instanceof Unanswered) return { ok: false, problems: error.problems }
      // Whoever showed it has gone and let go of it; here it is wanted still.
      if (error instanceof CancelledError) return ask(question, input)
      throw error
    }
  }

  const outdate: Answers['outdate'] = async (outdated) => {
    const questions = outdated === 'all of the store' ? OF_THE_STORE : new Set<unknown>(outdated)
    const filter = { predicate: ({ queryKey: [question] }: Query) => questions.has(question) }
    const late = new Set(client.getQueryCache().findAll(filter).filter(isTakenForNew))
    const settled = client.invalidateQueries(filter)
    await Promise.allSettled([...late].map(({ promise }) => promise))
    await Promise.all([settled, client.invalidateQueries({ predicate: (query) => late.has(query) })])
  }

  return {
    client,
    optionsOf,
    known: (question, input) =>
      client.getQueryState(optionsOf(question, input).queryKey)?.isInvalidated === false
        ? last(question, input)
        : undefined,
    last,
    ask,
    keep: (question, input, answer) => {
      client.setQueryData(optionsOf(question, input).queryKey, answer)
    },
    call: async (method, input) => {
      const answer = await invoke(method, input)
      // What is refused may be refused because things are not as this window has them.
      if (answer.ok || !isUnreachable(answer.problems)) void outdate(OUTDATED_BY_CALL[method])
      return answer
    },
    outdate,
    askOfNext: (before, id) => {
      const shown = client.getQueryCache().findAll({ type: 'active' })
      for (const part of PARTS)
        for (const { queryKey, meta } of shown) {
          const [question, input] = queryKey
          const askOf = meta?.[OF_ANOTHER]
          if (question === part && isOfResult(input, before) && typeof askOf === 'function') askOf(id)
        }
    },
    askAhead: (before, opening) => {
      for (const { queryKey, meta } of client.getQueryCache().findAll({ type: 'active' })) {
        const askAhead = meta?.[AHEAD]
        if (isOfResult(queryKey[1], before) && typeof askAhead === 'function') askAhead(opening)
      }
    },
    keepPartsOf: (id) =>
      client.removeQueries({
        type: 'inactive',
        predicate: ({ queryKey: [question, input] }) => isPart(question) && !isOfResult(input, id),
      }),
  }
}

const isPart = (question: unknown): boolean => typeof question === 'string' && question.startsWith('results.')

/** Parts of a result, in the order in which they are asked for: what a person looks at first comes first. */
const PARTS = Object.keys(QUESTIONS).filter((question) => isPart(question))

/** The same asked of another result. */
const ofResult = <I>(input: I, id: string): I =>
  typeof input === 'object' && input !== null ? { ...input, id } : input

const isOfResult = (input: unknown, id: string): boolean =>
  typeof input === 'object' && input !== null && 'id' in input && input.id === id

/** Nobody answered, or somebody who does not know this window, or could not answer just then. */
const isNoAnswer = (problems: readonly Problem[]): boolean =>
  reachOf(problems) !== 'answers' || isOfTheMoment(problems)

const OF_THE_STORE: ReadonlySet<unknown> = new Set(
  Object.entries(QUESTIONS).flatMap(([question, { holds }]) => (holds === 'until told' ? [question] : [])),
)

/**
 * Whether an answer is on its way that the library takes for a new one when it comes, though it was asked for before
 * the change: only where something is shown already it drops such an answer and asks at once.
 */
const isTakenForNew = (query: Query): boolean =>
  query.state.fetchStatus === 'fetching' && (query.state.data === undefined || !query.isActive())
