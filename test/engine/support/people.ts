import { findPreset } from '#main/catalogs/index.ts'
import { run } from '#main/engine/index.ts'
import { Catalog } from '#shared/catalog.ts'
import type { RunResult } from '#shared/run-result.ts'
import { Scenario } from '#shared/scenario.ts'
import type { UsageEvent } from '#shared/usage.ts'
import type { z } from 'zod'
import { catalogOf, figure, planOf, type PlanTerms, valueOf } from './build.ts'

export interface WorkspaceTerms extends PlanTerms {
  readonly full?: number
  readonly basic?: number
  /** Credits a Basic member may use of `create` each period; null for no ceiling. */
  readonly ceiling?: string | null
  readonly freeRegenerations?: Catalog['freeRegenerations']
}

/** Products of one credit a unit: `create` counts toward the ceiling, `agents` and `api` do not. */
export function workspaceOf({
  full = 2,
  basic = 2,
  ceiling = '100',
  ...terms
}: WorkspaceTerms = {}): Catalog {
  const basicCeiling = ceiling === null ? null : { credits: figure(ceiling), families: ['Creative'] }
  const seats = { full: figure(full), basic: figure(basic), basicCeiling, purchase: null }
  const { freeRegenerations } = terms
  return Catalog.parse({
    ...catalogOf([{ ...planOf(terms), seats }]),
    ...(freeRegenerations && { freeRegenerations }),
    products: [
      { id: 'create', name: 'Create', family: 'Creative' },
      { id: 'agents', name: 'Agents', family: 'Agents' },
      { id: 'api', name: 'API', family: 'API' },
    ],
    burnRates: ['create', 'agents', 'api'].map((product) => ({
      product,
      model: 'Standard',
      unit: 'unit',
      rate: figure({ credits: '1', per: '1' }),
    })),
  })
}

export const preset = (id: string): Catalog => {
  const found = findPreset(id)
  if (found === undefined) throw new Error(`No preset ${id}.`)
  return found
}

type Given = Partial<z.input<typeof Scenario>>

/** A scenario of January 2026 on the first plan of `catalog`, wanting nothing but for `given`. */
export const peopleOf = (catalog: Catalog, given: Given): Scenario =>
  Scenario.parse({
    schemaVersion: 1,
    name: 'Test',
    catalog,
    plan: catalog.plans[0]?.id,
    start: '2026-01-01',
    months: 1,
    usage: { kind: 'streams', streams: [] },
    ...given,
  })

export const billPeople = (catalog: Catalog, given: Given): Omit<RunResult, 'inputHash'> =>
  valueOf(run(catalog, peopleOf(catalog, given)))

export const full = (id: string) => ({ id, seat: 'full' as const })
export const basic = (id: string) => ({ id, seat: 'basic' as const })
export const admin = (id: string) => ({ id, seat: 'full' as const, role: 'admin' as const })

let ids = 0

/** A use of `quantity` on a day of January (or on `2026-02-14`), by a member unless `more` says otherwise. */
export function use(
  day: number | string,
  member: string | null,
  product: string,
  quantity: number,
  more: Partial<UsageEvent> = {},
): UsageEvent {
  const date = typeof day === 'string' ? day : `2026-01-${String(day).padStart(2, '0')}`
  return {
    id: `e${String(ids++).padStart(6, '0')}`,
    at: `${date}T12:00:00Z`,
    ...(member !== null && { member }),
    product,
    model: 'Standard',
    quantity: String(quantity),
    ...more,
  }
}

/** Uses by one key and nobody in person. */
export const keyUse = (day: number | string, apiKey: string, quantity: number): UsageEvent =>
  use(day, null, 'api', quantity, { apiKey })

/** Who (a member, else a key), what, credits served, and credits blocked by cause: of each row, in order. */
export const servedRows = ({ usage }: Pick<RunResult, 'usage'>) =>
  usage.map(({ member, apiKey, product, poolCredits, overageCredits, blocked }) => [
    member ?? apiKey,
    product,
    Number(poolCredits) + Number(overageCredits),
    Object.fromEntries(blocked.map(({ cause, credits }) => [cause, Number(credits)])),
  ])

/** Credits blocked in each period by cause. */
export const blockedBecause = ({ periods }: Pick<RunResult, 'periods'>) =>
  periods.map(({ blockedBecause: causes }) =>
    Object.fromEntries(causes.map(({ cause, credits }) => [cause, Number(credits)])),
  )

export const refusalsOf = ({ refusals }: Pick<RunResult, 'refusals'>) =>
  refusals.map(({ code, path }) => [code, path])
