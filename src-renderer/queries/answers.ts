import { QueryClient, type QueryFunction } from '@tanstack/query-core'
import type { Input, Invoke, Output } from '#shared/api.ts'
import type { Problem, Result } from '#shared/result.ts'
import { UNREACHABLE } from '#renderer/client/unreachable.ts'
import { hashOf, type QuestionKey } from './key.ts'
import { type Question, QUESTIONS } from './questions.ts'

export type Answer<Q extends Question> = Result<Output<Q>>

/** That nobody answered, which is no answer to keep; it is the only way a question fails. */
class Unanswered extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(UNREACHABLE)
    this.problems = problems
  }
}

export const isUnreachable = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === UNREACHABLE)

/** What a query is to the library, for `ask` here and for hooks. */
export interface QuestionOptions<Q extends Question> {
  readonly queryKey: QuestionKey<Q>
  readonly queryFn: QueryFunction<Answer<Q>, QuestionKey<Q>>
  readonly staleTime: number
}

/** What the API answered to this window, by question and input: a refusal is an answer like any other. */
export interface Answers {
  readonly client: QueryClient
  readonly invoke: Invoke
  readonly optionsOf: <Q extends Question>(question: Q, input: Input<Q>) => QuestionOptions<Q>
  /** The answer that is here and holds; undefined where it must be asked for. */
  readonly known: <Q extends Question>(question: Q, input: Input<Q>) => Answer<Q> | undefined
  /** Asks, once at a time however many want to know; an answer that holds is not asked for again. */
  readonly ask: <Q extends Question>(question: Q, input: Input<Q>) => Promise<Answer<Q>>
  /** Keeps what was learnt in another way. */
  readonly keep: <Q extends Question>(question: Q, input: Input<Q>, answer: Answer<Q>) => void
  /** The store has changed: what these questions were answered is out of date, and asked for anew where it is shown. */
  readonly outdate: (...questions: readonly Question[]) => Promise<void>
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

  const optionsOf = <Q extends Question>(question: Q, input: Input<Q>): QuestionOptions<Q> => ({
    queryKey: [question, input],
    queryFn: async () => {
      const answer = await invoke(question, input)
      if (!answer.ok && isUnreachable(answer.problems)) throw new Unanswered(answer.problems)
      return answer
    },
    staleTime: Infinity,
  })

  return {
    client,
    invoke,
    optionsOf,
    known: (question, input) => {
      const { queryKey } = optionsOf(question, input)
      const state = client.getQueryState(queryKey)
      return state?.isInvalidated === false ? client.getQueryData(queryKey) : undefined
    },
    ask: async (question, input) => {
      try {
        return await client.query(optionsOf(question, input))
      } catch (error) {
        if (error instanceof Unanswered) return { ok: false, problems: error.problems }
        throw error
      }
    },
    keep: (question, input, answer) => {
      client.setQueryData(optionsOf(question, input).queryKey, answer)
    },
    outdate: async (...questions) => {
      const told = new Set<unknown>(questions.filter((question) => QUESTIONS[question] === 'until told'))
      await client.invalidateQueries({ predicate: ({ queryKey: [question] }) => told.has(question) })
    },
  }
}
