import type { Problem } from '#shared/problem.ts'
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

/**
 * How usage that is not one monthly figure is shown as one; null where it is one. `unbilled` is why the engine cannot
 * tell what streams burn.
 */
export function usageStandsFor(
  { usage }: Scenario,
  monthly: number,
  unbilled: Problem | null = null,
): string | null {
  switch (usage.kind) {
    case 'pattern':
      return usage.monthly.includes('.') && credits(usage.monthly) !== credits(monthly)
        ? `Compare works in whole credits: ${credits(monthly)} stands for ${credits(usage.monthly)}.`
        : null
    case 'series':
      return `Usage is written out for ${plural(usage.credits.length, 'month')}. Compare shows their average, ${credits(monthly)} credits a month; a change of usage here replaces them.`
    case 'streams':
      if (unbilled) return streamsUnbilled(usage.streams.length, unbilled)
      return `Usage comes in ${plural(usage.streams.length, 'stream')} by product and model. Compare shows what they burn on the scenario’s plan on average, ${credits(monthly)} credits a month; a change of usage here replaces them.`
  }
}

const streamsUnbilled = (streams: number, { message, path }: Problem): string =>
  `Usage comes in ${plural(streams, 'stream')} by product and model, but the scenario cannot be billed as it is, so Compare shows no usage: ${message}${path === '' ? '' : ` (${path})`} A usage set here replaces the streams.`

const counted = (items: readonly unknown[], one: string): readonly string[] =>
  items.length === 0 ? [] : [plural(items.length, one)]

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
