import type { Rollover } from '#shared/catalog.ts'

/** What is said of a period that the run's end cuts. */
export const CUT_RULE =
  'The run ends within this period: what its end brings to the credits left has not happened yet.'

/** What follows where the next period is on another plan. */
export const CHANGE_RULE =
  'Then the plan changed: in the middle of a term, what is left is added to the new credits; at a term’s end, an upgrade keeps what was carried, and a downgrade, cancellation or refund loses it.'

/** What a plan does with credits that are left at the end of a period. */
export function rolloverRule(rollover: Rollover): string {
  switch (rollover.kind) {
    case 'none':
      return 'Unused credits expire with their period.'
    case 'age':
      return `Unused credits live for ${rollover.periods} further periods, then expire. The oldest are used first.`
    case 'cap':
      return `Unused credits are carried on; a renewal adds no more than keeps ${rollover.multiple + 1} × the monthly credits on hand, and the rest of it is forfeited.`
    case 'count':
      return `${rollover.percent} % of what is left is carried, at most ${rollover.carries} times; the rest is forfeited.`
  }
}
