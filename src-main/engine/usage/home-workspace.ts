import type { Scenario } from '#shared/scenario.ts'
import type { UsageEvent } from '#shared/usage.ts'
import { type Instant, parseInstant } from '../calendar/civil.ts'

type Named = Pick<UsageEvent, 'member' | 'apiKey' | 'workspace'>

/** Finds the workspace a use belongs to: its own word, else the member's, else the key's, else the billing one. */
export class HomeWorkspaces {
  readonly #billing: string | null
  readonly #members: ReadonlyMap<string, string>
  readonly #keys: ReadonlyMap<string, string>

  constructor({ workspaces, members, changes, apiKeys }: Scenario) {
    this.#billing = workspaces.find(({ kind }) => kind === 'billing')?.id ?? null
    const billing = this.#billing ?? ''
    const invited = changes.flatMap((change) => (change.kind === 'inviteMember' ? [change.member] : []))
    this.#members = new Map([...members, ...invited].map(({ id, workspace }) => [id, workspace ?? billing]))
    this.#keys = new Map(
      apiKeys.map((key) => [key.id, this.#members.get(key.member ?? '') ?? key.workspace ?? billing]),
    )
  }

  /** Null where the scenario names no workspaces. */
  of(use: Named): string | null {
    if (this.#billing === null) return null
    return use.workspace ?? this.ofPeople(use) ?? this.#billing
  }

  /** Where the member, or else the key, is at home; null when neither is named. */
  ofPeople({ member, apiKey }: Named): string | null {
    return this.#members.get(member ?? '') ?? this.#keys.get(apiKey ?? '') ?? null
  }
}

/** Workspaces that are linked when the run begins: all but those whose first change links them. Source: seed 000. */
export function linkedAtStart({ workspaces, changes }: Scenario): ReadonlySet<string> {
  const firsts = new Map<string, { readonly at: Instant; readonly isLinked: boolean }>()
  for (const change of changes) {
    if (change.kind !== 'linkWorkspace' && change.kind !== 'unlinkWorkspace') continue
    const at = parseInstant(change.on)
    if (at >= (firsts.get(change.workspace)?.at ?? Infinity)) continue
    firsts.set(change.workspace, { at, isLinked: change.kind === 'unlinkWorkspace' })
  }
  return new Set(
    workspaces
      .filter(({ id, kind }) => kind === 'billing' || firsts.get(id)?.isLinked !== false)
      .map(({ id }) => id),
  )
}

/** Members who need a seat when the run begins: all but those of workspaces that are not linked yet. */
export function linkedMembers(scenario: Scenario): Scenario['members'] {
  if (scenario.workspaces.length === 0) return scenario.members
  const [homes, linked] = [new HomeWorkspaces(scenario), linkedAtStart(scenario)]
  return scenario.members.filter(({ id }) => linked.has(homes.of({ member: id }) ?? ''))
}
