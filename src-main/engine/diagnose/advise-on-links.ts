import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { UsageEvent, UsageStream } from '#shared/usage.ts'
import { dateText, type Instant, parseInstant } from '../calendar/civil.ts'
import { toMicros } from '../exact/amount.ts'
import { HomeWorkspaces, linkedAtStart } from '../usage/home-workspace.ts'

/** When a workspace is not billed here: before `linked` (Infinity: never linked), and from `removed` on. */
interface Away {
  readonly linked: Instant
  readonly removed: Instant
}

/**
 * Usage that is on no bill of the run because of when its workspace is linked: before it is, it is billed where the
 * workspace is, and after it is removed, it is blocked. As the changes are asked for; the run may refuse some.
 */
export function adviseOnLinks(scenario: Scenario): readonly Problem[] {
  if (scenario.workspaces.length === 0) return []
  const homes = new HomeWorkspaces(scenario)
  const away = awayOf(scenario)
  const { usage } = scenario
  const streams = usage.kind === 'streams' ? usage.streams : []
  return [
    ...streams.flatMap((stream, index) =>
      adviseOnStream(stream, `usage.streams.${index}`, homes.of(stream) ?? '', away),
    ),
    ...adviseOnEvents(scenario.usageEvents, homes, away),
  ]
}

function awayOf(scenario: Scenario): ReadonlyMap<string, Away> {
  const atStart = linkedAtStart(scenario)
  const links = new Map<string, Instant>()
  const removals = new Map<string, Instant>()
  for (const change of scenario.changes) {
    if (change.kind === 'linkWorkspace') keepFirst(links, change.workspace, parseInstant(change.on))
    if (change.kind === 'unlinkWorkspace' && change.afterwards.kind === 'removed')
      keepFirst(removals, change.workspace, parseInstant(change.on))
  }
  return new Map(
    scenario.workspaces.map(({ id }) => [
      id,
      {
        linked: atStart.has(id) ? -Infinity : (links.get(id) ?? Infinity),
        removed: removals.get(id) ?? Infinity,
      },
    ]),
  )
}

const keepFirst = (firsts: Map<string, Instant>, workspace: string, at: Instant): void =>
  void firsts.set(workspace, Math.min(at, firsts.get(workspace) ?? Infinity))

function adviseOnStream(
  { id, monthly }: UsageStream,
  path: string,
  workspace: string,
  away: ReadonlyMap<string, Away>,
): readonly Problem[] {
  const { linked, removed } = away.get(workspace) ?? { linked: -Infinity, removed: Infinity }
  if (toMicros(monthly) === 0) return []
  const what = `The stream "${id}" uses ${monthly} a month in "${workspace}"`
  return [
    ...(linked === -Infinity ? [] : [beforeLink(`${what}.`, linked, path)]),
    ...(removed === Infinity ? [] : [afterRemoval(`${what}.`, removed, path)]),
  ]
}

/** A year may have a million events: one advice a workspace, at the first event it is about. */
function adviseOnEvents(
  events: readonly UsageEvent[],
  homes: HomeWorkspaces,
  away: ReadonlyMap<string, Away>,
): readonly Problem[] {
  if ([...away.values()].every(({ linked, removed }) => linked === -Infinity && removed === Infinity))
    return []
  const early = new Map<string, { readonly index: number; count: number }>()
  const late = new Map<string, { readonly index: number; count: number }>()
  for (const [index, event] of events.entries()) {
    const workspace = homes.of(event) ?? ''
    const { linked, removed } = away.get(workspace) ?? { linked: -Infinity, removed: Infinity }
    const at = parseInstant(event.at)
    const found = at < linked ? early : at >= removed ? late : null
    if (found === null) continue
    const known = found.get(workspace)
    if (known === undefined) found.set(workspace, { index, count: 1 })
    else known.count += 1
  }
  const said = (count: number, workspace: string) =>
    `${count} usage ${count === 1 ? 'event is' : 'events are'} of "${workspace}" then.`
  return [
    ...[...early].map(([id, { index, count }]) =>
      beforeLink(said(count, id), away.get(id)?.linked ?? Infinity, `usageEvents.${index}.at`),
    ),
    ...[...late].map(([id, { index, count }]) =>
      afterRemoval(said(count, id), away.get(id)?.removed ?? Infinity, `usageEvents.${index}.at`),
    ),
  ]
}

const beforeLink = (what: string, linked: Instant, path: string): Problem => ({
  code: 'usage.before_link',
  message:
    linked === Infinity
      ? `${what} It is never linked: nothing of this is on the bill.`
      : `${what} Before ${dateText(linked)}, when it is linked, this is billed where the workspace is, not here.`,
  path,
})

const afterRemoval = (what: string, removed: Instant, path: string): Problem => ({
  code: 'usage.after_removal',
  message: `${what} It is removed on ${dateText(removed)}: from then on this is blocked.`,
  path,
})
