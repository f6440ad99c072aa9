import type { Scenario } from '#shared/scenario.ts'
import { credits, plural } from '#renderer/format/figures.ts'

/** What a scenario holds that the Compare screen neither prices nor changes, in words; null where there is nothing. */
export function beyondCompare(scenario: Scenario): string | null {
  const parts = [
    counted(scenario.members, 'member'),
    counted(scenario.workspaces, 'workspace'),
    counted(scenario.groups, 'billing group'),
    counted(scenario.apiKeys, 'API key'),
    counted(scenario.changes, 'dated change'),
    counted(scenario.grants, 'credit grant'),
    counted(scenario.usageEvents, 'usage event'),
    scenario.extraSeats > 0 ? [plural(scenario.extraSeats, 'extra seat')] : [],
    scenario.trial ? ['a trial'] : [],
    scenario.invoicing ? ['invoice terms'] : [],
    scenario.prepaid.kind === 'asUsed' ? [] : ['a prepaid balance'],
    Object.keys(scenario.policies).length > 0 ? ['policies of its own'] : [],
    scenario.overage.spendLimit === undefined ? [] : ['a spend limit'],
  ].flat()
  if (parts.length === 0) return null
  return `This scenario also has ${listed(parts)}. Compare prices its usage and plans only, and leaves them as they are.`
}

/** How usage that is not one monthly figure is shown as one; null where it is one. */
export function usageStandsFor({ usage }: Scenario, monthly: number): string | null {
  switch (usage.kind) {
    case 'pattern':
      return usage.monthly.includes('.') && credits(usage.monthly) !== credits(monthly)
        ? `Compare works in whole credits: ${credits(monthly)} stands for ${credits(usage.monthly)}.`
        : null
    case 'series':
      return `Usage is written out for ${plural(usage.credits.length, 'month')}. Compare shows their average, ${credits(monthly)} credits a month; a change of usage here replaces them.`
    case 'streams':
      return `Usage comes in ${plural(usage.streams.length, 'stream')} by product and model. Compare shows what they burn on the scenario’s plan on average, ${credits(monthly)} credits a month; a change of usage here replaces them.`
  }
}

const counted = (items: readonly unknown[], one: string): readonly string[] =>
  items.length === 0 ? [] : [plural(items.length, one)]

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
