import type { Member } from '#shared/account.ts'
import type { Levers, WhatIf } from '#shared/customer-page.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { UsageEvent } from '#shared/usage.ts'
import { occupied, seatOf } from '../gate/seats.ts'
import { usageTimes } from './scaled-usage.ts'

/**
 * The scenario with another figure, growth or number of people, where it has such a figure: growth is that of a pattern that
 * is flat or grows, and people are those of an account that names any. Throws `OutOfBounds` where usage grows too large.
 */
export function whatIf(scenario: Scenario, { usage, growth, people }: WhatIf): Scenario {
  const peopled = people === undefined ? scenario : withPeople(scenario, people)
  const used =
    usage === undefined
      ? peopled
      : usage.kind === 'times'
        ? { ...peopled, ...usageTimes(peopled, usage.factor) }
        : withFigure(peopled, usage.credits)
  return growth === undefined ? used : withGrowth(used, growth)
}

/** What a what-if may change of a scenario, as it is with what was tried. */
export function leversOf({ usage, members, usageEvents }: Scenario, tried: WhatIf): Levers {
  const isFigure = usage.kind === 'pattern' && usageEvents.length === 0
  const factor = tried.usage?.kind === 'times' ? tried.usage.factor : '1'
  return {
    usage: isFigure ? { kind: 'monthly', credits: usage.monthly } : { kind: 'times', factor },
    growth: usage.kind === 'pattern' ? growthOf(usage.pattern) : null,
    people: members.length === 0 ? null : occupied(members),
  }
}

type Pattern = Extract<Scenario['usage'], { kind: 'pattern' }>['pattern']

function growthOf(pattern: Pattern): string | null {
  if (pattern.kind === 'growth') return pattern.percent
  return pattern.kind === 'flat' ? '0' : null
}

function withFigure(scenario: Scenario, monthly: string): Scenario {
  const { usage } = scenario
  return usage.kind === 'pattern' ? { ...scenario, usage: { ...usage, monthly } } : scenario
}

function withGrowth(scenario: Scenario, percent: string): Scenario {
  const { usage } = scenario
  if (usage.kind !== 'pattern' || growthOf(usage.pattern) === null) return scenario
  return { ...scenario, usage: { ...usage, pattern: { kind: 'growth', percent } } }
}

/**
 * So many people on seats of each kind. Those who joined last change first: as many as can turn from one kind to the other,
 * then who is too many leaves with their own usage, and who is missing joins without any. Admins stay as they are.
 */
function withPeople(scenario: Scenario, wanted: { readonly full: number; readonly basic: number }): Scenario {
  if (scenario.members.length === 0) return scenario
  const held = occupied(scenario.members)
  const [moreFull, moreBasic] = [wanted.full - held.full, wanted.basic - held.basic]
  const turned = turn(scenario.members, moreFull, moreBasic)
  const now = occupied(turned)
  const leaving = new Set([
    ...lastOf(turned, 'full', now.full - wanted.full),
    ...lastOf(turned, 'basic', now.basic - wanted.basic),
  ])
  const members = [
    ...turned.map((member) => (leaving.has(member.id) ? { ...member, locked: true } : member)),
    ...joining(turned, 'full', wanted.full - now.full),
    ...joining(turned, 'basic', wanted.basic - now.basic),
  ]
  return { ...scenario, members, ...usageWithout(scenario, leaving) }
}

function turn(members: readonly Member[], moreFull: number, moreBasic: number): readonly Member[] {
  const up = lastOf(members, 'basic', Math.min(moreFull, -moreBasic))
  const down = lastOf(members, 'full', Math.min(-moreFull, moreBasic))
  const [toFull, toBasic] = [new Set(up), new Set(down)]
  return members.map((member) => {
    if (toFull.has(member.id)) return { ...member, seat: 'full' as const }
    return toBasic.has(member.id) ? { ...member, seat: 'basic' as const } : member
  })
}

/** The ids of so many who hold a seat of a kind and joined last. */
function lastOf(members: readonly Member[], seat: Member['seat'], count: number): readonly string[] {
  if (count <= 0) return []
  return members
    .filter((member) => !member.locked && member.role !== 'admin' && seatOf(member) === seat)
    .slice(-count)
    .map(({ id }) => id)
}

/** So many new members, by ids that nobody has. */
function joining(members: readonly Member[], seat: Member['seat'], count: number): readonly Member[] {
  const known = new Set(members.map(({ id }) => id))
  const joined: Member[] = []
  for (let number = 1; joined.length < count; number++) {
    const id = `${seat} ${number}`
    if (!known.has(id)) joined.push({ id, role: 'member', seat, locked: false })
  }
  return joined
}

/** Usage that is not of those who leave, in person or by a key of theirs. */
function usageWithout(
  { usage, usageEvents, apiKeys }: Scenario,
  leaving: ReadonlySet<string>,
): Pick<Scenario, 'usage' | 'usageEvents'> {
  if (leaving.size === 0) return { usage, usageEvents }
  const owners = new Map(apiKeys.map(({ id, member }) => [id, member]))
  const stays = ({ member, apiKey }: Pick<UsageEvent, 'member' | 'apiKey'>) =>
    !leaving.has(member ?? owners.get(apiKey ?? '') ?? '')
  return {
    usage: usage.kind === 'streams' ? { ...usage, streams: usage.streams.filter(stays) } : usage,
    usageEvents: usageEvents.filter(stays),
  }
}
