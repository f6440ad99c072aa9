import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Input, Output } from '#shared/api.ts'
import type { Problem } from '#shared/result.ts'
import type { Answers } from './answers.ts'
import type { Question } from './questions.ts'

/** What a component shows of a question. */
export interface Shown<Q extends Question> {
  /** The newest there is: of this input, or of the one before while this one is asked for or is refused. */
  readonly value: Output<Q> | undefined
  /** Why this input was refused; empty where it was not. */
  readonly refused: readonly Problem[]
  /** Whether `value` is of another input than this one. */
  readonly outdated: boolean
}

const NOTHING: readonly Problem[] = []

/** A question that a component asks by being on the screen: asked once for all that show it, and anew once outdated. */
export function useAnswer<Q extends Question>(
  { client, optionsOf }: Answers,
  question: Q,
  input: Input<Q>,
): Shown<Q> {
  const { data, isPlaceholderData } = useQuery(
    { ...optionsOf(question, input), placeholderData: keepPreviousData },
    client,
  )
  const [last, setLast] = useState<Output<Q>>()
  if (data?.ok && data.value !== last) setLast(() => data.value)
  const refused = data?.ok === false && !isPlaceholderData ? data.problems : NOTHING
  return {
    value: data?.ok ? data.value : last,
    refused,
    outdated: isPlaceholderData || refused.length > 0 || data === undefined,
  }
}
