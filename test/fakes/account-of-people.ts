import type { Variant } from '#shared/analysis.ts'
import type { Input } from '#shared/api.ts'

type Scenario = Input<'scenarios.run'>

/** How large an account is. */
export interface AccountSize {
  readonly people: number
  readonly workspaces: number
  readonly months: number
}

/** The account of the customer on a call: a year of 60 people. */
export const SIXTY_PEOPLE: AccountSize = { people: 60, workspaces: 3, months: 12 }

/** The largest account that its planner keeps by hand: three years of 200 people. */
export const TWO_HUNDRED_PEOPLE: AccountSize = { people: 200, workspaces: 3, months: 36 }

/** As many variants of it as a scenario keeps, each of which can be billed. */
export const VARIANTS_OF_PEOPLE: readonly Variant[] = [
  { name: 'Billed annually', billing: 'annual' },
  { name: 'Without overage', overage: { optIn: false } },
  { name: 'Half the usage', usageFactor: '0.5' },
  { name: 'Half as much again', usageFactor: '1.5' },
  { name: 'Twice the usage', usageFactor: '2' },
  { name: 'Three times the usage', usageFactor: '3' },
  { name: 'Overage is forgiven', policies: { overageAtPeriodEnd: 'forgive' } },
  { name: 'Soonest expiry first', policies: { burnOrder: 'soonestExpiry' } },
]

const ENVIRONMENTS = ['us', 'eu', 'in'] as const
const WORK = [
  ['text-to-speech', 'Multilingual v2'],
  ['studio', 'Eleven v3'],
  ['text-to-speech', 'Flash v2.5'],
] as const

/**
 * An account of so many people, a fifth of them on Full seats, each in one of the workspaces with usage of their own that
 * grows: pool, ceilings and overage all take part, and credits are used by everybody on every day.
 */
export function accountOf({ people, workspaces, months }: AccountSize): Scenario {
  const full = Math.ceil(people / 5)
  const named = Array.from({ length: people }, (_, place) => `person ${String(place + 1).padStart(3, '0')}`)
  const ids = Array.from({ length: workspaces }, (_, place) => `workspace ${String(place + 1)}`)
  return {
    schemaVersion: 1,
    name: `${String(people)} people`,
    catalog: 'elevenlabs-2026-04',
    plan: 'enterprise',
    start: '2026-01-01',
    months,
    overage: { optIn: true },
    extraSeats: Math.max(0, full - FULL_SEATS),
    workspaces: ids.map((id, place) => ({
      id,
      kind: place === 0 ? ('billing' as const) : ('reporting' as const),
      environment: ENVIRONMENTS[place % ENVIRONMENTS.length] ?? 'us',
    })),
    members: named.map((id, place) => ({
      id,
      role: place === 0 ? ('admin' as const) : ('member' as const),
      seat: place < full ? ('full' as const) : ('basic' as const),
      ...(workspaces === 0 ? {} : { workspace: ids[place % workspaces] }),
    })),
    usage: {
      kind: 'streams',
      streams: named.map((member, place) => {
        const [product, model] = WORK[place % WORK.length] ?? WORK[0]
        return {
          id: `of ${member}`,
          member,
          product,
          model,
          monthly: String((place < full ? 1_000_000 : 6_000) + place * 10),
          pattern: { kind: 'growth' as const, percent: '2' },
        }
      }),
    },
  }
}

/** What the plan has without buying any. */
const FULL_SEATS = 11
