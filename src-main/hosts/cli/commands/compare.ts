import { CompareInput, type Comparison, type PlanCost } from '#shared/comparison.ts'
import { parse, succeed } from '#shared/problem.ts'
import { readCatalogRef } from '../catalog-ref.ts'
import type { Command, Options } from '../command.ts'
import { type Column, left, right, textTable } from '../text-table.ts'

export const compare: Command = {
  usage: '--catalog ID --usage N [--months 12] [--billing annual] [--no-overage] [--offers]',
  summary: 'What N credits a month cost on every plan.',
  operands: 0,
  options: {
    catalog: { type: 'string' },
    usage: { type: 'string' },
    months: { type: 'string' },
    billing: { type: 'string' },
    'no-overage': { type: 'boolean' },
    offers: { type: 'boolean' },
  },
  async run(call, _operands, options) {
    const catalog = await readCatalogRef(options['catalog'])
    if (!catalog.ok) return catalog
    const input = parse(CompareInput, { catalog: catalog.value, ...termsOf(options) })
    if (!input.ok) return input
    const compared = await call('analysis.compare', input.value)
    if (!compared.ok) return compared
    return succeed({ json: jsonOf(compared.value), text: textOf(compared.value) })
  },
}

const termsOf = (options: Options) => ({
  usage: options['usage'],
  ...(options['months'] === undefined ? {} : { months: Number(options['months']) }),
  ...(options['billing'] === undefined ? {} : { billing: options['billing'] }),
  overage: options['no-overage'] !== true,
  offers: options['offers'] === true,
})

const jsonOf = ({ catalog, months, plans, cheapest }: Comparison) => ({
  catalog,
  months,
  plans: plans.map(planOf),
  cheapest,
})

const planOf = (cost: PlanCost) => ({
  plan: cost.plan,
  total: cost.total,
  monthly: cost.monthly,
  perThousand: cost.perThousand,
  subscription: cost.subscription,
  overage: cost.overage,
  overageCredits: cost.overageCredits,
  blockedCredits: cost.blockedCredits,
  expiredCredits: cost.expiredCredits,
  forfeitedCredits: cost.forfeitedCredits,
  remainingCredits: cost.remainingCredits,
  lowBalanceCredits: cost.lowBalanceCredits,
  basis: cost.basis,
})

function textOf(comparison: Comparison): string {
  const { currency, months, cheapest, usage, usageBasis } = comparison
  const columns: readonly Column<PlanCost>[] = [
    left('plan', (row) => row.name),
    right(`total ${currency}`, (row) => row.total),
    right(`${currency} a month`, (row) => row.monthly),
    right(`${currency} per 1K`, (row) => row.perThousand ?? '-'),
    right(`overage ${currency}`, (row) => row.overage),
    right('blocked credits', (row) => row.blockedCredits),
    right('expired credits', (row) => row.expiredCredits),
    right('forfeited credits', (row) => row.forfeitedCredits),
    left('price basis', (row) => row.basis),
  ]
  const best = comparison.plans.find((cost) => cost.plan === cheapest)
  const finding =
    best === undefined
      ? 'Every plan blocks some of this usage.'
      : `Cheapest that blocks nothing: ${best.name}.`
  return `${usage} credits a month for ${months} months on ${comparison.catalog} (usage ${usageBasis})\n\n${textTable(columns, comparison.plans)}\n\n${finding}`
}
