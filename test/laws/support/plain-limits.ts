import type { BlockCause } from '#shared/run-result.ts'
import { microsOf } from '#shared/decimal.ts'
import type { Use } from '#main/engine/record/use.ts'
import type { Account } from './arbitrary-account.ts'
import { type People, peopleAt, traceOf } from './plain-people.ts'

/** A limit a use falls under, and what is left of it before the use. */
interface Left {
  readonly cause: BlockCause
  readonly left: bigint
}

export interface Seen {
  readonly use: Use
  readonly served: bigint
  /** Who used it: the member named, else the key's owner. */
  readonly name: string | null
  readonly people: People
  readonly limits: readonly Left[]
  /** What the pool held before. */
  readonly available: bigint
}

/** Looks at every use of the run, with who the people were then and what was left of each limit before it. */
export function forEachUse(account: Account, look: (seen: Seen) => void): void {
  const trace = traceOf(account)
  let period = -1
  let counts = new Map<string, bigint>()
  for (const [stretch, use, available] of trace.uses) {
    if (stretch.index !== period) counts = new Map()
    period = stretch.index
    const people = peopleAt(account, stretch.at, (index) => !trace.refusals.has(index))
    const { apiKey, family, member } = use.attribution
    const name = member ?? account.scenario.apiKeys.find(({ id }) => id === apiKey)?.member ?? null
    const counters = countersOf(account, people, name, apiKey, family)
    const limits = counters.flatMap(({ cause, counter, limit }) => {
      const used = counts.get(counter) ?? 0n
      return limit === null ? [] : [{ cause, left: limit > used ? limit - used : 0n }]
    })
    const served = BigInt(use.pooled + use.overage)
    for (const { counter } of counters) counts.set(counter, (counts.get(counter) ?? 0n) + served)
    look({ use, served, name, people, limits, available: BigInt(available) })
  }
}

/** What the gate must hold back of a use, what may be named as the cause (the limits with the least left), and that least. */
export function heldBack({ use, name, people, limits }: Seen): {
  readonly credits: bigint
  readonly causes: readonly BlockCause[]
  /** Null for who may use nothing, whatever it costs. */
  readonly least: bigint | null
} {
  const wanted = BigInt(use.wanted)
  const member = name === null ? undefined : people.members.get(name)
  if (name !== null && member === undefined) return { credits: wanted, causes: ['noSeat'], least: null }
  if (member?.locked === true) return { credits: wanted, causes: ['locked'], least: null }
  const most = limits.reduce((least, { left }) => (left < least ? left : least), wanted)
  const causes = limits.filter(({ left }) => left === most).map(({ cause }) => cause)
  if (most === wanted) return { credits: 0n, causes: [], least: most }
  return { credits: use.requests === 1 ? wanted : wanted - most, causes, least: most }
}

interface Counter {
  readonly cause: BlockCause
  readonly counter: string
  readonly limit: bigint | null
}

/** What a use counts toward, and the limit there is on it at that time. */
function countersOf(
  { scenario, catalog }: Account,
  people: People,
  name: string | null,
  apiKey: string | null,
  family: string | null,
): readonly Counter[] {
  const counters: Counter[] = []
  const count = (cause: BlockCause, counter: string, limit = people.limits.get(counter) ?? null) =>
    counters.push({ cause, counter, limit })
  if (name !== null && family === 'Creative') {
    const ceiling = catalog.plans[0]?.seats.basicCeiling?.credits.value
    const isBasic = people.members.get(name)?.seat === 'basic'
    count('ceiling', `member ${name}`, isBasic && ceiling !== undefined ? microsOf(ceiling) : null)
  }
  for (const { id, members, apiKeys = [] } of scenario.groups) {
    const isIn = (name !== null && members.includes(name)) || (apiKey !== null && apiKeys.includes(apiKey))
    if (isIn) count('groupLimit', `group ${id}`)
  }
  if (apiKey !== null) count('keyLimit', `key ${apiKey}`)
  return counters
}
