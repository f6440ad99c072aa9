import type { Asked, Question } from './questions.ts'

/** One question with its input: two that are alike have one answer. */
export type QuestionKey<Q extends Question = Question> = readonly [question: Q, input: Asked<Q>]
