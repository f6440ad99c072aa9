import { compare } from '#main/engine/index.ts'
import type { Comparison, MonthCost, PlanCost } from '#shared/comparison.ts'
import { Scenario } from '#shared/scenario.ts'
import { valueOf } from '../../engine/support/build.ts'
import { agree, type PageTable, table } from './page-tables.ts'
import { asTable, type Looked, type ShownAccount } from './shown-account.ts'
import { count, credits, exact, hovered, isNothing, money, NOTHING, rounded, signOf } from './written.ts'

/** The plans and terms of an account with usage that Compare has, so much a month and growing. */
export const plansCompared = ({
  catalog,
  scenario: { plan, billing, months, overage, start },
  name,
}: ShownAccount) =>
  Scenario.parse({
    schemaVersion: 1,
    name: `The plans of ${name}`,
    catalog,
    plan,
    billing,
    months,
    start,
    overage: { optIn: overage.optIn },
    usage: { kind: 'pattern', monthly: '777', pattern: { kind: 'growth', percent: '7' } },
  })

function comparisonOf(account: ShownAccount): Comparison {
  const { catalog, billing, months, overage, usage } = plansCompared(account)
  if (usage.kind !== 'pattern' || typeof catalog === 'string') throw new Error('Another usage is compared.')
  const { monthly, pattern } = usage
  const terms = { months, billing, overage: overage.optIn, offers: false, customTerms: {}, focus: null }
  return valueOf(compare(catalog, { ...terms, usage: monthly, pattern }))
}

function pricePerThousand(cost: PlanCost): string {
  const { perThousand, servedCredits, blockedCredits } = cost
  if (perThousand === null) {
    const why = isNothing(servedCredits)
      ? 'No credits are served, so they have no price.'
      : 'Too few credits are served for a price per 1,000.'
    return hovered(NOTHING, why)
  }
  const rest = `Of the ${exact(servedCredits)} credits it serves; ${exact(blockedCredits)} more are blocked.`
  return hovered(rounded(perThousand, 4), isNothing(blockedCredits) ? null : rest)
}

function ranking({ plans, ranking: order, tied }: Comparison, sign: string): PageTable {
  const ranked = order.flatMap((id) => plans.filter(({ plan }) => plan === id))
  return {
    name: 'Plans by rank',
    heads: [
      'Rank',
      'Plan',
      `Total ${sign}`,
      `A month ${sign}`,
      `Per 1K ${sign}`,
      `Overage ${sign}`,
      'Blocked credits',
      'Expired credits',
      'Forfeited credits',
      'Basis',
    ],
    rows: ranked.map((cost, place) => [
      count(place + 1),
      `${cost.name}${tied.includes(cost.plan) ? 'cheapest' : ''}`,
      money(cost.total),
      money(cost.monthly),
      pricePerThousand(cost),
      money(cost.overage),
      credits(cost.blockedCredits),
      credits(cost.expiredCredits),
      credits(cost.forfeitedCredits),
      cost.basis,
    ]),
  }
}

const monthTable = ({ plans, focus }: Comparison, sign: string): PageTable =>
  table<MonthCost>(
    `${plans.find(({ plan }) => plan === focus.plan)?.name ?? ''} month by month`,
    [
      ['Month', ({ month }) => count(month)],
      [`Subscription ${sign}`, ({ subscription }) => money(subscription)],
      [`Overage ${sign}`, ({ overage }) => money(overage)],
      [`Total ${sign}`, ({ total }) => money(total)],
      ['Usage credits', ({ usage }) => credits(usage)],
      ['This month’s credits', ({ fromGrant }) => credits(fromGrant)],
      ['Rolled over credits', ({ fromRollover }) => credits(fromRollover)],
      ['Overage credits', ({ overageCredits }) => credits(overageCredits)],
      ['Blocked credits', ({ blockedCredits }) => credits(blockedCredits)],
      ['Expired credits', ({ expiredCredits }) => credits(expiredCredits)],
      ['Forfeited credits', ({ forfeitedCredits }) => credits(forfeitedCredits)],
      ['Left at the end credits', ({ closingCredits }) => credits(closingCredits)],
    ],
    focus.months,
  )

/** The ranking of the plans, and the cheapest one month by month. */
export async function compareAgrees({ page, account }: Looked): Promise<void> {
  const comparison = comparisonOf(account)
  const sign = signOf(comparison.currency)
  await agree(page.getByRole('region', { name: 'Plans by rank', exact: true }), [ranking(comparison, sign)])
  const months = page.getByRole('region', { name: 'Month by month', exact: true })
  await asTable(months)
  await agree(months, [monthTable(comparison, sign)])
}
