import { createAnswers } from '#renderer/queries/answers.ts'
import type { Asked, Question, Told } from '#renderer/queries/questions.ts'
import { type Shown, useAnswer as useAnswerOf } from '#renderer/queries/use-answer.ts'
import { invoke } from './backend.ts'

/** What the API answered to this window. */
export const answers = createAnswers(invoke)

/** A call that is no question; see `queries/changes.ts`. */
export const { call } = answers

/** A question that is asked once, by something a person does. */
export const { ask } = answers

/** A question of this window; see `queries/use-answer.ts`. */
export const useAnswer = <Q extends Question>(question: Q, input: Asked<Q>): Shown<Q> =>
  useAnswerOf(answers, question, input)

/** A question of this window that is only asked where `asks` says so. */
export const useAnswerWhere = <Q extends Question>(asks: boolean, question: Q, input: Asked<Q>): Shown<Q> =>
  useAnswerOf(answers, question, input, asks ? 'asks' : 'only shows')

/** What was answered to a question that is asked elsewhere. */
export const useLastAnswer = <Q extends Question>(question: Q, input: Asked<Q>): Told<Q> | undefined =>
  useAnswerOf(answers, question, input, 'only shows').value
