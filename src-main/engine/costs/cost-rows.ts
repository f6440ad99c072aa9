import type { CostSpan, PeriodCost } from '#shared/period-costs.ts'
import { BlockCause, type RunResult } from '#shared/run-result.ts'
import { type Instant, instantText, toCivil, toInstant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { creditsText } from '../exact/amount.ts'
import type { AccountDetail, CostDetail } from '../report/account-detail.ts'
import {
  causeCell,
  cellOf,
  type CreditDays,
  daysBefore,
  type Flow,
  LAYERS,
  sumOfDays,
} from '../report/credit-days.ts'

/** What is said of a stretch of a run besides its money. */
export interface CostRow {
  readonly start: Instant
  readonly end: Instant
  readonly told: Pick<
    PeriodCost,
    'period' | 'ranOutAt' | 'blockedCredits' | 'blockedBecause' | 'expiredCredits' | 'forfeitedCredits'
  >
}

type BilledPeriods = Pick<RunResult, 'periods'>

/** The stretches by which costs are told, in the order of time: they leave out nothing of the run, and none meets another. */
export function costRows(account: BilledPeriods, detail: AccountDetail, by: CostSpan): readonly CostRow[] {
  switch (by) {
    case 'period':
      return periodRows(account, detail)
    case 'calendarMonth':
      return monthRows(detail)
  }
}

/** Those of its billing periods. */
export const periodRows = (
  { periods }: BilledPeriods,
  { shortages }: Pick<CostDetail, 'shortages'>,
): readonly CostRow[] =>
  periods.flatMap((told, index) => {
    const shortage = shortages[index]
    if (shortage === undefined) return []
    const { start, end, runOuts } = shortage
    return [
      {
        start,
        end,
        told: {
          period: told.index,
          ranOutAt: runOuts[0] === undefined ? null : instantText(runOuts[0].at),
          blockedCredits: told.blockedCredits,
          blockedBecause: told.blockedBecause,
          expiredCredits: told.expiredCredits,
          forfeitedCredits: told.forfeitedCredits,
        },
      },
    ]
  })

function monthRows({ credits, shortages }: AccountDetail): readonly CostRow[] {
  const runOuts = shortages.flatMap((shortage) => shortage.runOuts)
  return calendarMonths(credits).map(({ start, end }) => {
    const figures = sumOfDays(credits, daysBefore(credits, start), daysBefore(credits, end))
    const ofLayers = (flow: Flow): string =>
      creditsText(LAYERS.reduce((sum, layer) => sum + (figures[cellOf(flow, layer)] ?? 0), 0))
    const blocked = BlockCause.options
      .map((cause) => ({ cause, credits: figures[causeCell(cause)] ?? 0 }))
      .filter(({ credits: held }) => held > 0)
    const ranOut = runOuts.find(({ within }) => within >= start && within < end)
    return {
      start,
      end,
      told: {
        period: null,
        ranOutAt: ranOut === undefined ? null : instantText(ranOut.at),
        blockedCredits: creditsText(blocked.reduce((sum, { credits: held }) => sum + held, 0)),
        blockedBecause: blocked.map(({ cause, credits: held }) => ({ cause, credits: creditsText(held) })),
        expiredCredits: ofLayers('expired'),
        forfeitedCredits: ofLayers('forfeited'),
      },
    }
  })
}

/** The months of the calendar, those at the two ends as far as the run has them. */
function calendarMonths({ start, end }: Pick<CreditDays, 'start' | 'end'>) {
  const { year, month } = toCivil(start)
  const first = toInstant({ year, month, day: 1 })
  const months: { readonly start: Instant; readonly end: Instant }[] = []
  for (let index = 0, at = first; at < end; index += 1) {
    const next = cycleStart(first, index + 1)
    months.push({ start: Math.max(start, at), end: Math.min(end, next) })
    at = next
  }
  return months
}
