import type { Input } from '#shared/api.ts'
import { createAnswers } from '#renderer/queries/answers.ts'
import type { Question } from '#renderer/queries/questions.ts'
import { type Shown, useAnswer as useAnswerOf } from '#renderer/queries/use-answer.ts'
import { call } from './backend.ts'

/** What the API answered to this window. */
export const answers = createAnswers(call)

/** A question of this window; see `queries/use-answer.ts`. */
export const useAnswer = <Q extends Question>(question: Q, input: Input<Q>): Shown<Q> =>
  useAnswerOf(answers, question, input)
