import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Problem } from '#shared/result.ts'
import { type Answers, isUnreachable, problemsOf } from './answers.ts'
import { isSuperseded } from './open-results.ts'
import type { Asked, Question, Told } from './questions.ts'

/** What a component shows of a question. */
export interface Shown<Q extends Question> {
  /** The newest there is: of this input, or of the one before while this one is asked for or is refused. */
  readonly value: Told<Q> | undefined
  /** The input that `value` is of. */
  readonly of: Asked<Q>
  /** That `value` is of the input before. */
  readonly isOld: boolean
  /** Why this input was refused, or could not be read this time; empty where neither. */
  readonly refused: readonly Problem[]
  /** That the answer to this input is on its way. */
  readonly isAwaited: boolean
  /** Asks once more, whatever was answered. */
  readonly askAgain: () => void
}

const NOTHING: readonly Problem[] = []

/** Whether a component asks by being on the screen, or shows what was answered to others. */
type Manner = 'asks' | 'only shows'

/** A question that a component asks by being on the screen: asked once for all that show it, and anew once outdated. */
export function useAnswer<Q extends Question>(
  { client, optionsOf }: Answers,
  question: Q,
  input: Asked<Q>,
  manner: Manner = 'asks',
): Shown<Q> {
  const { data, error, isFetching, refetch } = useQuery(
    { ...optionsOf(question, input), enabled: manner === 'asks' },
    client,
  )
  const [last, setLast] = useState<{ readonly value: Told<Q>; readonly of: Asked<Q> }>()
  if (data?.ok && data.value !== last?.value) setLast({ value: data.value, of: input })
  const askAgain = useCallback(() => void refetch(), [refetch])
  return {
    ...(data?.ok
      ? { value: data.value, of: input, isOld: false }
      : { value: last?.value, of: last?.of ?? input, isOld: last !== undefined }),
    refused: refusalOf(data?.ok === false ? data.problems : problemsOf(error)),
    isAwaited: isFetching,
    askAgain,
  }
}

/**
 * That nobody answers is told once for the whole window, and not of each question; and that a newer state is shown is told
 * by that.
 */
const refusalOf = (problems: readonly Problem[]): readonly Problem[] =>
  isUnreachable(problems) || isSuperseded(problems) ? NOTHING : problems
