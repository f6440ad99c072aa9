import { run } from '#main/engine/index.ts'
import { Catalog, type Pack } from '#shared/catalog.ts'
import type { GrantResult } from '#shared/funds-result.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import type { z } from 'zod'
import { catalogOf, figure, planOf, type PlanTerms, scenarioOf, valueOf } from './build.ts'

type Run = Omit<RunResult, 'inputHash'>
type Given = Partial<Omit<z.input<typeof Scenario>, 'usage' | 'months' | 'catalog'>>

/** 100 credits for $5.00 each, good for two months. */
export const PACK: Pack = {
  id: 'small',
  name: 'Small pack',
  credits: figure('100'),
  charge: figure({ model: 'perUnit', rate: { amount: '5', per: '1' } }),
  expiresAfterMonths: figure(2),
}

/** Bills an account on the first of these plans where packs are sold; there is one product, of one credit a unit. */
export function fund(
  plans: readonly PlanTerms[],
  usage: readonly string[],
  given: Given,
  packs: Pack[] = [PACK],
): Run {
  const catalog = Catalog.parse({
    ...catalogOf(plans.map(planOf)),
    packs,
    products: [{ id: 'create', name: 'Create', family: 'Creative' }],
    burnRates: [
      { product: 'create', model: 'Standard', unit: 'unit', rate: figure({ credits: '1', per: '1' }) },
    ],
  })
  return valueOf(run(catalog, scenarioOf(catalog, usage, given)))
}

/** A use of so many credits at an instant. */
export const eventAt = (at: string, quantity: string) => ({
  id: at,
  at,
  product: 'create',
  model: 'Standard',
  quantity,
})

/** Name (or source), granted, used, expired, forfeited, remaining: of each grant in the order they were made. */
export const grantRows = ({ grants }: Pick<Run, 'grants'>) => grants.map(rowOf)

/** The same of the grants that do not come with the subscription. */
export const ownRows = ({ grants }: Pick<Run, 'grants'>) =>
  grants.filter(({ name }) => name !== null).map(rowOf)

const rowOf = (grant: GrantResult) => [
  grant.name ?? grant.source,
  Number(grant.grantedCredits),
  Number(grant.usedCredits),
  Number(grant.expiredCredits),
  Number(grant.forfeitedCredits),
  Number(grant.remainingCredits),
]

/** Opening, topped up, drawn, expired, closing: of each period. */
export const moneyRows = ({ wallet }: Pick<Run, 'wallet'>) =>
  (wallet?.periods ?? []).map(({ opening, toppedUp, drawn, expired, closing }) => [
    opening,
    toppedUp,
    drawn,
    expired,
    closing,
  ])

/** Kind, date and amount of each invoice line. */
export const lineRows = ({ invoices }: Pick<Run, 'invoices'>) =>
  invoices.flatMap(({ lines, date }) => lines.map(({ kind, amount }) => [kind, date, amount]))
