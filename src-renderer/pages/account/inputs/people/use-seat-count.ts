import { useEffect, useMemo, useState } from 'react'
import type { SeatCount } from '#shared/seat-count.ts'
import { latest } from '#renderer/queries/latest.ts'
import type { Asked } from '#renderer/queries/questions.ts'
import { answers } from '#renderer/state/answers.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'

type Question = Asked<'scenarios.seats'>

/** Nothing is used while seats are counted: a figure of usage that is typed asks for nothing anew. */
const UNUSED = { kind: 'pattern', monthly: '0', pattern: { kind: 'flat' } } as const

/**
 * The seats of an account on its first day, as the engine counts them, with those that are agreed and bought: of the
 * account before while the newest is counted; null until one is, and while its plan is not known.
 */
export function useSeatCount(account: WindowAccount): SeatCount | null {
  const { schemaVersion, name, catalog, plan, start, months } = account
  const { members, workspaces, extraSeats, customTerms, changes } = account
  const who = useMemo(() => ({ members, workspaces, extraSeats }), [members, workspaces, extraSeats])
  const when = useMemo(() => ({ start, months, changes }), [start, months, changes])
  const question = useMemo(
    (): Question => ({ schemaVersion, name, catalog, plan, customTerms, ...who, ...when, usage: UNUSED }),
    [schemaVersion, name, catalog, plan, customTerms, who, when],
  )
  const [count, setCount] = useState<SeatCount | null>(null)
  const [askFor] = useState(() =>
    latest(
      (asked: Question) => answers.ask('scenarios.seats', asked),
      (answer) => {
        if (answer.ok) setCount(answer.value)
        else if (answer.problems.some(({ code }) => code === 'plan.unknown')) setCount(null)
      },
    ),
  )
  useEffect(() => askFor(question), [askFor, question])
  return count
}
