import { z } from 'zod'
import { CostDimension, CostDimensions, CostShare } from '#shared/analysis.ts'
import { parse, refuse, type Result, succeed } from '#shared/problem.ts'
import { answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { figure } from '../figure.ts'
import { fromItsTop, readScenario, SCENARIO_FILE } from '../read-scenario.ts'
import { type Column, left, optional, right, textTable } from '../text-table.ts'

const KNOWN = CostDimension.options.join(', ')

export const attribute: Command = {
  usage: 'FILE --by apiKey,day',
  summary: 'Who and what caused the costs: overage where it fell, fees by share of credits.',
  details: [
    `${SCENARIO_FILE} The costs of all rows together are what was billed. A value of null is usage that names none, and fees of terms in which nothing was used.`,
  ],
  operands: 1,
  options: { by: { value: 'A,B', help: `One or several of ${KNOWN}.` } },
  example: 'attribute docs/examples/upgrade-in-march.json --by member,product',
  answer: z.array(CostShare),
  async run({ call, read }, [file], { by }) {
    const dimensions = readDimensions(by)
    if (!dimensions.ok) return dimensions
    const scenario = await readScenario(read, file)
    if (!scenario.ok) return scenario
    const input = { scenario: scenario.value, dimensions: [...dimensions.value] }
    const shares = fromItsTop(await call('analysis.attribution', input))
    if (!shares.ok) return shares
    return succeed(answer(shares.value, (rows) => textTable(columnsOf(dimensions.value), rows)))
  },
}

function readDimensions(by: string | true | undefined): Result<CostDimensions> {
  const dimensions = parse(CostDimensions, typeof by === 'string' ? by.split(',') : [])
  if (dimensions.ok) return dimensions
  return refuse({
    code: 'input.invalid',
    message: `Expected --by with one or several of ${KNOWN}, each once.`,
    path: 'by',
  })
}

const columnsOf = (dimensions: CostDimensions): readonly Column<CostShare>[] => [
  ...dimensions.map((dimension, index) => left(dimension, (row: CostShare) => row.values[index] ?? '-')),
  optional(right('requests', (row: CostShare) => figure(String(row.requests)))),
  right('credits', (row) => figure(row.credits)),
  right('overage credits', (row) => figure(row.overageCredits)),
  right('cost', (row) => figure(row.cost)),
]
