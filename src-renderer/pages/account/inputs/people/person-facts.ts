import type { Problem } from '#shared/problem.ts'
import type { UsageStream } from '#shared/usage.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { listed } from '#renderer/finding/counted.ts'
import { credits, plural } from '#renderer/format/figures.ts'

/** Names by member, in the order of the account. */
function gathered(pairs: Iterable<readonly [member: string, name: string]>): ReadonlyMap<string, string> {
  const names = new Map<string, string[]>()
  for (const [member, name] of pairs) {
    const found = names.get(member)
    if (found) found.push(name)
    else names.set(member, [name])
  }
  return new Map([...names].map(([member, each]) => [member, each.join(', ')]))
}

/** The groups of each member, as a cell shows them. */
export const groupsByMember = ({ groups }: Pick<WindowAccount, 'groups'>): ReadonlyMap<string, string> =>
  gathered(groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)))

/** The keys of each member, as a cell shows them. */
export const keysByMember = ({ apiKeys }: Pick<WindowAccount, 'apiKeys'>): ReadonlyMap<string, string> =>
  gathered(apiKeys.flatMap(({ id, member }) => (member === undefined ? [] : [[member, id] as const])))

/** Own usage as a cell shows it: one figure, or how many streams there are. */
export const usageInCell = ([stream, ...others]: readonly UsageStream[]): string => {
  if (!stream) return ''
  return others.length === 0 ? credits(stream.monthly) : plural(others.length + 1, 'product')
}

/** What is wrong with each member, by its place. */
export function problemsByPlace(problems: readonly Problem[]): ReadonlyMap<number, string> {
  const found = new Map<number, string[]>()
  for (const { path, message } of problems) {
    const place = /^members\.(\d+)(?:\.|$)/.exec(path)?.[1]
    if (place === undefined) continue
    const at = Number(place)
    found.set(at, [...(found.get(at) ?? []), message])
  }
  return new Map([...found].map(([place, messages]) => [place, messages.join(' ')]))
}

/** `Ann`, `Ann and Ben`, `Ann, Ben and Cem`, `5 people`. */
export const whoInWords = (ids: readonly string[]): string =>
  ids.length <= 3 ? listed(ids) : plural(ids.length, 'person', 'people')

/** `12 Full and 48 Basic people`, `1 Full person`; of a seat that nobody has nothing is said. */
export function bySeatInWords({ full, basic }: { readonly full: number; readonly basic: number }): string {
  const seats = [
    ...(full === 0 ? [] : [`${credits(full)} Full`]),
    ...(basic === 0 ? [] : [`${credits(basic)} Basic`]),
  ]
  return `${listed(seats)} ${full + basic === 1 ? 'person' : 'people'}`
}
