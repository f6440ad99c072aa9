import { planOf } from '../../engine/support/build.ts'
import type {
  CheapestStretch,
  Comparison,
  Crossover,
  Curves,
  MonthCost,
  PlanCost,
} from '#shared/comparison.ts'

/** Results as the engine would give them, with only what a test is about spelled out. */
export const planCost = (plan: string, changes: Partial<PlanCost> = {}): PlanCost => ({
  plan,
  name: plan.charAt(0).toUpperCase() + plan.slice(1),
  basis: 'published',
  total: '0.00',
  monthly: '0.00',
  perThousand: '0.1',
  subscription: '0.00',
  overage: '0.00',
  servedCredits: '0',
  fromRollover: '0',
  overageCredits: '0',
  blockedCredits: '0',
  expiredCredits: '0',
  forfeitedCredits: '0',
  remainingCredits: '0',
  blockedMonths: 0,
  lowBalanceCredits: '0',
  paid: 'monthly',
  pastQuota: 'postpaid',
  offer: 'none',
  agreed: 'none',
  ...changes,
})

export const monthCost = (month: number, changes: Partial<MonthCost> = {}): MonthCost => ({
  month,
  start: `2026-${String(month).padStart(2, '0')}-01`,
  subscription: '22.00',
  overage: '0.00',
  total: '22.00',
  usage: '0',
  fromGrant: '0',
  fromRollover: '0',
  graceCredits: '0',
  overageCredits: '0',
  blockedCredits: '0',
  expiredCredits: '0',
  forfeitedCredits: '0',
  closingCredits: '0',
  ...changes,
})

const PRO = planOf({ id: 'pro', monthly: '99', credits: '500000' })

/** The worked example: Creator with overage against Pro at 400,000 credits a month over a year. */
export const worked = (changes: Partial<Comparison> = {}): Comparison => ({
  catalog: 'elevenlabs-2026-04',
  currency: 'USD',
  months: 12,
  usage: '400000',
  totalUsage: '4800000',
  usageByMonth: Array.from({ length: 12 }, () => '400000'),
  usageBasis: 'assumed',
  plans: [
    planCost('starter', { total: '60.00', monthly: '5.00', blockedCredits: '4440000', blockedMonths: 12 }),
    planCost('creator', { total: '1344.00', monthly: '112.00', overage: '1080.00' }),
    planCost('pro', { total: '1188.00', monthly: '99.00' }),
    planCost('enterprise', { total: '31680.00', monthly: '2640.00', basis: 'assumed' }),
  ],
  cheapest: 'pro',
  finding: {
    kind: 'cheapest',
    plan: 'pro',
    total: '1188.00',
    runnerUp: { plan: 'creator', total: '1344.00', saving: '156.00', monthlySaving: '13.00' },
  },
  focus: { plan: 'pro', terms: PRO, months: [], aboveQuotaCredits: '0' },
  ranking: ['pro', 'creator', 'enterprise', 'starter'],
  tied: changes.cheapest === null ? [] : [changes.cheapest ?? 'pro'],
  cheaperButBlocking: ['starter'],
  nearMiss: null,
  ...changes,
})

/** 356,667 credits a month: a third of a credit past the crossing, and the same to the cent on Creator and on Pro. */
export const tied = (): Comparison =>
  worked({
    usage: '356667',
    totalUsage: '4280004',
    plans: [
      planCost('creator', { total: '1188.00', monthly: '99.00', overage: '924.00' }),
      planCost('pro', { total: '1188.00', monthly: '99.00' }),
      planCost('scale', { total: '3960.00', monthly: '330.00' }),
    ],
    cheapest: 'creator',
    tied: ['creator', 'pro'],
    ranking: ['creator', 'pro', 'scale'],
    cheaperButBlocking: [],
    finding: {
      kind: 'cheapest',
      plan: 'creator',
      total: '1188.00',
      runnerUp: { plan: 'pro', total: '1188.00', saving: '0.00', monthlySaving: '0.00' },
    },
  })

export const crossover = (from: string, to: string, changes: Partial<Crossover> = {}): Crossover => ({
  from,
  to,
  usage: null,
  kind: 'cost',
  monthly: null,
  cheaper: null,
  neverCheapest: [],
  ...changes,
})

export const stretch = (
  plan: string | null,
  from: string,
  to: string,
  changes: Partial<CheapestStretch> = {},
): CheapestStretch => ({ plan, from, to, monthly: null, ends: 'cost', ...changes })

const points = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([usage, monthly]) => ({ usage, monthly }))

export const curves = (changes: Partial<Curves> = {}): Curves => ({
  upTo: '1000000',
  plans: [
    { plan: 'starter', points: points(['0', '5.00'], ['30000', '5.00']), blocksFrom: '30000' },
    {
      plan: 'creator',
      points: points(['0', '22.00'], ['100000', '22.00'], ['1000000', '292.00']),
      blocksFrom: null,
    },
    {
      plan: 'pro',
      points: points(['0', '99.00'], ['500000', '99.00'], ['1000000', '219.00']),
      blocksFrom: null,
    },
    { plan: 'business', points: points(['0', '1320.00'], ['1000000', '1320.00']), blocksFrom: null },
  ],
  crossovers: [
    crossover('starter', 'creator', { usage: '30000.00', kind: 'quota', monthly: '22.00' }),
    crossover('creator', 'pro', { usage: '356666.67', monthly: '99.00' }),
    crossover('pro', 'business', { usage: null, kind: 'never', monthly: null, neverCheapest: ['business'] }),
  ],
  envelope: [
    stretch('starter', '0', '30000', { monthly: '5.00', ends: 'quota' }),
    stretch('creator', '30000', '356666.666666', { monthly: '22.00' }),
    stretch('pro', '356666.666666', '1000000', { monthly: '99.00', ends: 'range' }),
  ],
  ...changes,
})
