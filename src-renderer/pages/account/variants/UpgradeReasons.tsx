import type { UpgradeDay } from '#shared/analysis.ts'
import type { UpgradeMove } from '#shared/reference.ts'
import { day, isZero } from '#renderer/format/figures.ts'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'

/** A day that was tried for a plan. */
export interface DayRow extends UpgradeDay {
  readonly plan: string
}

/** Asks why moving up on a day costs what it does, more than on the best one, and what it blocks. */
export function UpgradeReasons({
  row: { plan, on, regret, blockedCredits },
  best,
  name,
}: {
  readonly row: DayRow
  readonly best: UpgradeMove
  readonly name: string
}) {
  const move = { plan, on }
  const when = on === null ? 'without moving up' : `moving up to ${name} on ${day(on)}`
  return (
    <>
      <WhyButton of={`the cost ${when}`} reference={{ kind: 'upgrade', move, of: { kind: 'withinRun' } }} />
      {isZero(regret) ? null : (
        <WhyButton
          of={`the regret ${when}`}
          reference={{ kind: 'upgrade', move, of: { kind: 'regret', beside: best } }}
        />
      )}
      <WhyButton of={`what is billed ${when}`} reference={{ kind: 'upgrade', move, of: { kind: 'total' } }} />
      {isZero(blockedCredits) ? null : (
        <WhyButton
          of={`what is blocked ${when}`}
          reference={{ kind: 'upgrade', move, of: { kind: 'block' } }}
        />
      )}
    </>
  )
}
