import { CompareInput, Comparison, type PlanCost } from '#shared/comparison.ts'
import { parse, succeed } from '#shared/problem.ts'
import { readCatalogRef } from '../catalog-ref.ts'
import type { Command } from '../command.ts'
import { COMPARISON_OPTIONS, COMPARISON_USAGE, comparisonTerms } from '../comparison-terms.ts'
import { figure } from '../figure.ts'
import { readQuantity } from '../quantity.ts'
import { type Column, left, right, textTable } from '../text-table.ts'

export const compare: Command = {
  usage: `--catalog ID --usage N ${COMPARISON_USAGE}`,
  summary: 'What N credits a month cost on every plan.',
  details: [
    'Opts in to overage wherever a plan sells it and applies no first-month offer, unless told otherwise. `cheapest` is the cheapest plan that blocks nothing; null where all block.',
  ],
  operands: 0,
  options: {
    ...COMPARISON_OPTIONS,
    usage: { value: 'N', help: 'Credits a month: 400000, 400_000, 400k, 1.4M.' },
  },
  example: 'compare --catalog elevenlabs-2026-04 --usage 400k',
  answer: Comparison,
  async run({ call, read }, _operands, options) {
    const catalog = await readCatalogRef(read, options)
    if (!catalog.ok) return catalog
    const usage = readQuantity(options['usage'], '--usage', 'usage')
    if (!usage.ok) return usage
    const terms = { catalog: catalog.value, usage: usage.value, ...comparisonTerms(options) }
    const input = parse(CompareInput, terms)
    if (!input.ok) return input
    const compared = await call('analysis.compare', input.value)
    return compared.ok ? succeed({ json: compared.value, text: textOf(compared.value) }) : compared
  },
}

function textOf(comparison: Comparison): string {
  const { catalog, months, usage, usageBasis, plans } = comparison
  const title = `${figure(usage)} credits a month for ${months} months on ${catalog} (usage ${usageBasis})`
  return [title, textTable(columnsIn(comparison), plans), findingOf(comparison)].join('\n\n')
}

const columnsIn = ({ currency }: Comparison): readonly Column<PlanCost>[] => [
  left('plan', (row) => row.name),
  left('paid', (row) => row.paid),
  right(`total ${currency}`, (row) => figure(row.total)),
  right(`${currency} a month`, (row) => figure(row.monthly)),
  right(`${currency} per 1K served`, (row) => (row.perThousand === null ? '-' : figure(row.perThousand))),
  right(`subscription ${currency}`, (row) => figure(row.subscription)),
  right(`overage ${currency}`, (row) => figure(row.overage)),
  right('blocked credits', (row) => figure(row.blockedCredits)),
  right('expired credits', (row) => figure(row.expiredCredits)),
  right('forfeited credits', (row) => figure(row.forfeitedCredits)),
  right('credits left', (row) => figure(row.remainingCredits)),
  left('price basis', (row) => row.basis),
]

function findingOf({ plans, cheapest, finding, currency }: Comparison): string {
  const nameOf = (id: string): string => plans.find(({ plan }) => plan === id)?.name ?? id
  if (cheapest === null) return 'Every plan blocks some of this usage.'
  const sentence = `Cheapest that blocks nothing: ${nameOf(cheapest)}.`
  if (finding.kind !== 'cheapest' || finding.runnerUp === null) return sentence
  const { plan, saving } = finding.runnerUp
  return `${sentence} It saves ${figure(saving)} ${currency} against ${nameOf(plan)}.`
}
