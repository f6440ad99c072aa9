import type { AccountOnPlans } from '#shared/account-on-plans.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { credits, plural } from '#renderer/format/figures.ts'
import { creditsOf, listed } from './counted.ts'
import { holdersInWords } from './plan-fit-in-words.ts'
import type { PlanNames } from './plan-names.ts'

/** What a scenario holds that the Compare screen neither prices nor changes, in words; null where there is nothing. */
export function beyondCompare(scenario: WindowContent['scenario']): string | null {
  const parts = leftOut(scenario)
  if (parts.length === 0) return null
  const one = parts.length === 1 && /^(1|a) /.test(parts[0] ?? '')
  const left = one ? 'it as it is' : 'them as they are'
  return `This scenario also has ${listed(parts)}. Compare prices its usage and plans only, and leaves ${left}.`
}

const leftOut = (scenario: WindowContent['scenario']): readonly string[] =>
  [
    counted(scenario.members.length, 'member'),
    counted(scenario.workspaces.length, 'workspace'),
    counted(scenario.groups.length, 'billing group'),
    counted(scenario.apiKeys.length, 'API key'),
    counted(scenario.changes.length, 'dated change'),
    counted(scenario.grants.length, 'credit grant'),
    counted(scenario.usageEvents.kept, 'usage event'),
    scenario.extraSeats > 0 ? [plural(scenario.extraSeats, 'extra seat')] : [],
    scenario.trial ? ['a trial'] : [],
    scenario.invoicing ? ['invoice terms'] : [],
    scenario.prepaid.kind === 'asUsed' ? [] : ['a prepaid balance'],
    Object.keys(scenario.policies).length > 0 ? ['policies of its own'] : [],
    scenario.overage.spendLimit === undefined ? [] : ['a spend limit'],
  ].flat()

/**
 * What Compare's answer is of, where the account is more than usage: with its people and workspaces only some plans hold
 * it; `every` is what every plan comes to for it, null while that is not known. Null where it is no more.
 */
export function usageAlone(
  scenario: WindowContent['scenario'],
  every: AccountOnPlans | null,
  names: PlanNames,
): string | null {
  const { members, workspaces } = scenario
  const held = [...counted(members.length, 'person', 'people'), ...counted(workspaces.length, 'workspace')]
  if (held.length === 0) {
    const parts = leftOut(scenario)
    return parts.length === 0 ? null : `Compares the usage alone, without ${listed(parts)}.`
  }
  const its = `its ${listed(held)}`
  return every === null
    ? `Compares the usage alone, without ${its}.`
    : `Compares the usage alone. With ${its}, ${holdersInWords(every, names)}.`
}

/**
 * How usage that is not one monthly figure is shown as one; null where it is one. `unbilled` is why the engine cannot
 * tell what streams burn.
 */
export function usageStandsFor(
  { usage }: Pick<Scenario, 'usage'>,
  monthly: number,
  unbilled: Problem | null = null,
): string | null {
  switch (usage.kind) {
    case 'pattern':
      return usage.monthly.includes('.') && credits(usage.monthly) !== credits(monthly)
        ? `Compare works in whole credits: ${credits(monthly)} stands for ${credits(usage.monthly)}.`
        : null
    case 'series':
      return usage.credits.length === 1
        ? `Usage is written out for 1 month. Compare shows it as ${creditsOf(monthly)} a month; a change of usage here replaces it.`
        : `Usage is written out for ${plural(usage.credits.length, 'month')}. Compare shows their average, ${creditsOf(monthly)} a month; a change of usage here replaces them.`
    case 'streams':
      if (unbilled) return streamsUnbilled(usage.streams.length, unbilled)
      return usage.streams.length === 1
        ? `Usage is 1 row by product and model. Compare shows what it burns on the scenario’s plan on average, ${creditsOf(monthly)} a month; a change of usage here replaces it.`
        : `Usage is ${plural(usage.streams.length, 'row')} by product and model. Compare shows what they burn on the scenario’s plan on average, ${creditsOf(monthly)} a month; a change of usage here replaces them.`
  }
}

const streamsUnbilled = (streams: number, { message, path }: Problem): string =>
  `Usage is ${plural(streams, 'row')} by product and model, but the scenario cannot be billed as it is, so Compare shows no usage: ${message}${path === '' ? '' : ` (${path})`} A usage set here replaces ${streams === 1 ? 'it' : 'them'}.`

const counted = (count: number, one: string, many?: string): readonly string[] =>
  count === 0 ? [] : [plural(count, one, many)]
