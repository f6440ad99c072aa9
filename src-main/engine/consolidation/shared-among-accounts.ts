import type { ApiKey, BillingGroup } from '#shared/account.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { UsageEvent } from '#shared/usage.ts'
import { type Instant, parseInstant } from '../calendar/civil.ts'
import { HomeWorkspaces } from '../usage/home-workspace.ts'
import type { LinkMove } from './workspace-writer.ts'

/**
 * What the accounts of workspaces that left look up in the scenario they left, found once for all of them: there may be
 * as many as it has changes.
 */
export class SharedAmongAccounts {
  readonly homes: HomeWorkspaces
  readonly limits: LimitsInTime
  readonly events: EventsByWorkspace
  readonly #links: ReadonlyMap<string, readonly LinkMove[]>

  /** `refused`: places of the changes that were refused; `moves`: in the order of time. */
  constructor(scenario: Scenario, refused: ReadonlySet<number>, moves: readonly LinkMove[]) {
    this.homes = new HomeWorkspaces(scenario)
    this.limits = new LimitsInTime(scenario, refused)
    this.events = new EventsByWorkspace(scenario.usageEvents, this.homes)
    const links = moves.filter(({ kind }) => kind === 'linked')
    this.#links = Map.groupBy(links, ({ workspace }) => workspace)
  }

  /** When a workspace that left is linked again; undefined where it never is. */
  linkedAgain({ workspace, at }: LinkMove): Instant | undefined {
    return this.#links.get(workspace)?.find((link) => link.at >= at)?.at
  }
}

/** The events of each workspace in their order, once any are asked for. */
class EventsByWorkspace {
  readonly #events: readonly UsageEvent[]
  readonly #homes: HomeWorkspaces
  #found: ReadonlyMap<string | null, readonly UsageEvent[]> | null = null

  constructor(events: readonly UsageEvent[], homes: HomeWorkspaces) {
    this.#events = events
    this.#homes = homes
  }

  of(workspace: string): readonly UsageEvent[] {
    this.#found ??= Map.groupBy(this.#events, (event) => this.#homes.of(event))
    return this.#found.get(workspace) ?? []
  }
}

/** A limit that was set, and when. */
interface LimitSet {
  readonly at: Instant
  readonly limit: string | null
}

/** What billing groups and keys had come to be limited to. A limit somebody asked for in vain was never one. */
class LimitsInTime {
  readonly #groups = new Map<string, LimitSet[]>()
  readonly #keys = new Map<string, LimitSet[]>()

  constructor({ changes }: Scenario, refused: ReadonlySet<number>) {
    for (const [index, change] of changes.entries()) {
      if (refused.has(index)) continue
      if (change.kind === 'setGroupLimit') add(this.#groups, change.group, change)
      if (change.kind === 'setKeyLimit') add(this.#keys, change.apiKey, change)
    }
    for (const sets of [...this.#groups.values(), ...this.#keys.values()]) sets.sort((a, b) => a.at - b.at)
  }

  ofGroup({ id, limit }: BillingGroup, at: Instant): string | null {
    return lastBy(at, this.#groups.get(id), limit)
  }

  ofKey({ id, limit }: ApiKey, at: Instant): string | null {
    return lastBy(at, this.#keys.get(id), limit)
  }
}

function add(
  limits: Map<string, LimitSet[]>,
  name: string,
  { on, limit }: { readonly on: string; readonly limit: string | null },
): void {
  const set = { at: parseInstant(on), limit }
  const known = limits.get(name)
  if (known === undefined) limits.set(name, [set])
  else known.push(set)
}

function lastBy(at: Instant, sets: readonly LimitSet[] | undefined, otherwise: string | null): string | null {
  const last = sets?.findLast((set) => set.at <= at)
  return last === undefined ? otherwise : last.limit
}
