import type { Variant } from '#shared/analysis.ts'
import type { AccountChange } from '#shared/account.ts'
import { type Problem, refuseAll, type Result, succeed } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { type MixedUsage, mixed } from '../scenario/model-mix.ts'
import { type Usage, usageTimes } from '../scenario/scaled-usage.ts'

/** What a variant says besides its name. */
export type Changed = Omit<Variant, 'name'>

/** A variant as a scenario of its own, and where in the variant a problem of that scenario lies. */
export interface VariantScenario {
  readonly scenario: Scenario
  readonly inVariant: (problems: readonly Problem[]) => readonly Problem[]
}

/**
 * The scenario with what a variant says instead. Refused: seats of members there are none of, and moves of work that
 * nobody does. What contradicts the catalogue is for `checkScenario` to say. Throws `OutOfBounds` where the factor makes
 * a figure too large.
 */
export function scenarioOfVariant(scenario: Scenario, changed: Changed): Result<VariantScenario> {
  const changes = changed.changes ?? scenario.changes
  const seats = new Map((changed.seats ?? []).map(({ member, seat }) => [member, seat]))
  const scaled = usageTimes(scenario, changed.usageFactor ?? '1')
  const mix = changed.modelMix === undefined ? null : mixed(scaled, changed.modelMix)
  const problems = [
    ...unknownSeats(changed, scenario, changes),
    ...(mix?.idle ?? []).map((move) => nothingToMove(changed, scaled, move)),
  ]
  if (problems.length > 0) return refuseAll(problems)
  const seated = <M extends Scenario['members'][number]>(member: M): M => {
    const seat = seats.get(member.id)
    return seat === undefined ? member : { ...member, seat }
  }
  const invited = (change: AccountChange): AccountChange =>
    change.kind === 'inviteMember' ? { ...change, member: seated(change.member) } : change
  const all = [...changes, ...(changed.addedChanges ?? [])]
  return succeed({
    scenario: {
      ...scenario,
      catalog: changed.catalog ?? scenario.catalog,
      plan: changed.plan ?? scenario.plan,
      billing: changed.billing ?? scenario.billing,
      start: changed.start ?? scenario.start,
      overage: changed.overage ?? scenario.overage,
      offers: changed.offers ?? scenario.offers,
      extraSeats: changed.extraSeats ?? scenario.extraSeats,
      customTerms: changed.customTerms ?? scenario.customTerms,
      policies: { ...scenario.policies, ...changed.policies },
      grants: changed.grants ?? scenario.grants,
      prepaid: changed.prepaid ?? scenario.prepaid,
      members: seats.size === 0 ? scenario.members : scenario.members.map(seated),
      changes: seats.size === 0 ? all : all.map(invited),
      usage: mix?.usage ?? scaled.usage,
      usageEvents: mix?.usageEvents ?? scaled.usageEvents,
    },
    inVariant: (found) => found.flatMap((problem) => inVariant(problem, scaled, mix, changes.length)),
  })
}

function unknownSeats(
  { seats = [], addedChanges = [] }: Changed,
  { members }: Scenario,
  changes: readonly AccountChange[],
): readonly Problem[] {
  if (seats.length === 0) return []
  const invited = [...changes, ...addedChanges].flatMap((change) =>
    change.kind === 'inviteMember' ? [change.member] : [],
  )
  const known = new Set([...members, ...invited].map(({ id }) => id))
  return seats.flatMap(({ member }, index) => {
    if (known.has(member)) return []
    const message = `"${member}" is not a member and is never invited.`
    return [{ code: 'people.unknown_member', message, path: `seats.${index}.member` }]
  })
}

function nothingToMove({ modelMix = [] }: Changed, { usage, usageEvents }: Usage, index: number): Problem {
  const code = 'variant.nothing_to_move'
  if (usage.kind !== 'streams' && usageEvents.length === 0) {
    const message =
      'The usage of this account is in credits and names no model, so none of it can move to another. Say what is used by product and model first.'
    return { code, message, path: `modelMix.${index}` }
  }
  const move = modelMix[index]
  const message = `Nothing of this account uses ${move?.product} with ${move?.from}, so nothing of it can move to another model.`
  return { code, message, path: `modelMix.${index}.from` }
}

/**
 * The problem where the variant says it. The parts that a use was split into are nowhere in the input: that the model they
 * came to is not to be had is the move's fault, and anything else is told of what they are parts of.
 */
function inVariant(
  problem: Problem,
  { usage, usageEvents }: Usage,
  mix: MixedUsage | null,
  changes: number,
): readonly Problem[] {
  const [list = '', place = '', field = ''] = splitPath(problem.path)
  const index = Number(place)
  if (list === 'changes' && index >= changes) {
    const path = [`addedChanges.${index - changes}`, field].filter(Boolean).join('.')
    return [{ ...problem, path }]
  }
  const isStream = list === 'usage.streams'
  if (mix === null || !(isStream || list === 'usageEvents')) return [problem]
  const move = (isStream ? mix.streamMoves : mix.eventMoves).get(index)
  if (move !== undefined && field === 'model') return [{ ...problem, path: `modelMix.${move}.to` }]
  const written = isStream && usage.kind === 'streams' ? usage.streams.length : usageEvents.length
  return index < written ? [problem] : []
}

const splitPath = (path: string): readonly string[] =>
  /^(usage\.streams|usageEvents|changes)\.(\d+)(?:\.(.*))?$/.exec(path)?.slice(1) ?? []
