import type { Result } from '#shared/result.ts'
import type { Answer, Answers } from './answers.ts'
import { latest } from './latest.ts'
import type { Asked, Question } from './questions.ts'

/** A question that is likely to be asked often in a row, and the call that answers many of it at once. */
interface Batch<Q extends Question> {
  readonly question: Q
  /** How many go into one call: as many as the host answers before anybody waits for it. */
  readonly most: number
  readonly ask: (answers: Answers, inputs: readonly Asked<Q>[]) => Promise<Result<readonly Answer<Q>[]>>
}

/** Comparisons under the same terms differ in their usage. */
export const COMPARISONS = {
  question: 'analysis.compare',
  most: 16,
  ask: async ({ call }, inputs) => {
    const [first] = inputs
    if (first === undefined) return { ok: true, value: [] }
    const { usage: _each, ...terms } = first
    return call('analysis.compareMany', { ...terms, usages: inputs.map(({ usage }) => usage) })
  },
} as const satisfies Batch<'analysis.compare'>

/** What may be wanted next, the likeliest first, and whether it is still worth asking for. */
interface Ahead<Q extends Question> {
  readonly inputs: readonly Asked<Q>[]
  readonly goOn: () => Ahead<Q> | null
}

/**
 * Asks ahead for what a hand that slides is likely to reach next, one call at a time, and keeps each answer as if it had
 * been asked for by itself: inputs and their figures then share one paint. Only what is not known is asked for.
 */
export function askingAhead<Q extends Question>(
  answers: Answers,
  { question, most, ask }: Batch<Q>,
): (ahead: Ahead<Q>) => void {
  const next = latest(
    async ({ inputs, goOn }: Ahead<Q>) => {
      const missing = inputs.filter((input) => answers.known(question, input) === undefined).slice(0, most)
      if (missing.length === 0) return { asked: missing, answer: null, goOn }
      return { asked: missing, answer: await ask(answers, missing), goOn }
    },
    ({ asked, answer, goOn }) => {
      if (answer === null || !answer.ok) return
      asked.forEach((input, index) => {
        const one = answer.value[index]
        if (one) answers.keep(question, input, one)
      })
      const further = goOn()
      if (further) next(further)
    },
  )
  return next
}
