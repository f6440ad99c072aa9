import type { PeriodResult } from '#shared/run-result.ts'

const MIDNIGHT = 'T00:00:00.000Z'

/**
 * The instant a period starts at, which a change to the account may set to any time of the day that `start` tells: the first
 * of its plans is in force from then on.
 */
export const startOf = ({ start, plans: [first] }: Pick<PeriodResult, 'start' | 'plans'>): string =>
  first?.from ?? `${start}${MIDNIGHT}`

/** The instant that the period in some place of a run ends at: where the next one starts, or with the run's last day. */
export function endOf(periods: readonly PeriodResult[], place: number): string {
  const [period, next] = [periods[place], periods[place + 1]]
  return next === undefined ? `${period?.end ?? ''}${MIDNIGHT}` : startOf(next)
}
