import { Curves, CurvesInput } from '#shared/comparison.ts'
import { parse, succeed } from '#shared/problem.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { COMPARISON_OPTIONS, COMPARISON_USAGE, readComparisonTerms, TERMS_FILE } from '../comparison-terms.ts'
import { crossoverTable } from '../crossover-table.ts'
import { figure } from '../figure.ts'
import { readQuantity } from '../quantity.ts'
import { stretchTable } from '../stretch-table.ts'
import { type Column, right, textTable } from '../text-table.ts'

export const curves: Command = {
  usage: `--catalog ID --up-to N ${COMPARISON_USAGE}`,
  summary: 'The monthly cost of every plan at rising usage, and which plan is cheapest in each stretch.',
  details: [
    'A plan has a cost up to where it starts to block. All plans are told at the same usages: an even grid, and every kink.',
    TERMS_FILE,
  ],
  operands: 0,
  options: {
    ...COMPARISON_OPTIONS,
    'up-to': { value: 'N', help: 'The most credits a month: 2000000, 2_000_000, 400k, 1.4M.' },
  },
  example: 'curves --catalog elevenlabs-2026-04 --up-to 2M',
  answer: Curves,
  async run({ call, read }, _operands, options) {
    const terms = await readComparisonTerms(read, options)
    if (!terms.ok) return terms
    const upTo = readQuantity(options['up-to'], '--up-to', 'upTo')
    if (!upTo.ok) return upTo
    const input = parse(CurvesInput, { ...terms.value, upTo: upTo.value })
    if (!input.ok) return input
    const drawn = await call('analysis.curves', input.value)
    return drawn.ok ? succeed(answer(drawn.value, textOf)) : drawn
  },
}

/** The plan with most points names the usages of all: the others end where they start to block. */
function textOf({ plans, crossovers, envelope }: Curves): string {
  const usages = plans.map(({ points }) => points).toSorted((a, b) => b.length - a.length)[0] ?? []
  const columns: readonly Column<number>[] = [
    right('credits a month', (index) => figure(usages[index]?.usage ?? '')),
    ...plans.map(({ plan, points }) =>
      right(plan, (index: number) => {
        const point = points[index]
        return point === undefined ? '-' : figure(point.monthly)
      }),
    ),
  ]
  return [
    'Cost a month; - where the plan blocks',
    textTable(columns, [...usages.keys()]),
    stretchTable(envelope),
    crossoverTable(crossovers),
  ].join('\n\n')
}
