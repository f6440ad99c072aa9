import type { BestUpgrades } from '#shared/analysis.ts'
import { day, plural } from '#renderer/format/figures.ts'
import type { PlanNames } from './plan-names.ts'

export type TriedUpgrade = Extract<BestUpgrades['plans'][number], { kind: 'tried' }>

export const triedAmong = ({ plans }: BestUpgrades): readonly TriedUpgrade[] =>
  plans.filter((plan) => plan.kind === 'tried')

/** Which plan to move to, and when. */
export function upgradeTitle({ best, plans }: BestUpgrades, current: string, names: PlanNames): string {
  if (best !== null) return `Move to ${names(best.plan)} on ${day(best.on)}`
  const [only] = plans
  if (plans.length === 1 && only !== undefined)
    return only.kind === 'refused'
      ? `${names(only.plan)} cannot be moved to`
      : `Staying on ${names(current)} is best, on every day tried`
  return plans.every(({ kind }) => kind === 'refused')
    ? 'None of the plans above can be moved to'
    : `Staying on ${names(current)} is best, on every day tried`
}

/** How many days were tried, and how near to one another. */
export function triedNote(upgrades: BestUpgrades): string {
  const tried = triedAmong(upgrades)
  const [first] = tried
  if (first === undefined) return ''
  const every =
    first.everyDays === 1 ? 'every day' : `every ${plural(first.everyDays, 'day')} and around the best`
  return `Tried ${every}; regret is the cost beyond that of the best day`
}
