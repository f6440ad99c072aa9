import { z } from 'zod'
import { Variant, VariantCost } from '#shared/analysis.ts'
import { parse, refuse, type Result, succeed } from '#shared/problem.ts'
import { answer } from '../answer.ts'
import type { Command, Read } from '../command.ts'
import { figure } from '../figure.ts'
import { jsonShape } from '../json-shape.ts'
import { problemText } from '../problem-text.ts'
import { readDocument } from '../read-document.ts'
import { fromItsTop, readScenario, SCENARIO_FILE } from '../read-scenario.ts'
import { type Column, left, optional, right, textTable } from '../text-table.ts'

const Variants = z.array(Variant)

export const variants: Command = {
  usage: 'FILE --variants FILE',
  summary: 'What variants of one account cost beside the first one.',
  details: [
    SCENARIO_FILE,
    `The file of variants is a list; what a variant leaves out is as in the scenario: ${jsonShape(Variants, 1)}`,
  ],
  operands: 1,
  options: { variants: { value: 'FILE', help: 'A JSON list of variants, or - for standard input.' } },
  example: 'variants docs/examples/upgrade-in-march.json --variants docs/examples/variants.json',
  answer: z.array(VariantCost),
  async run({ call, read }, [file], options) {
    const named = await readVariants(read, options['variants'])
    if (!named.ok) return named
    const scenario = await readScenario(read, file)
    if (!scenario.ok) return scenario
    const input = { scenario: scenario.value, variants: named.value }
    const billed = fromItsTop(await call('analysis.variants', input))
    return billed.ok ? succeed(answer(billed.value, textOf)) : billed
  },
}

async function readVariants(read: Read, file: string | true | undefined): Promise<Result<Variant[]>> {
  if (typeof file !== 'string') {
    return refuse({
      code: 'input.invalid',
      message: 'Name a file of variants: --variants FILE.',
      path: 'variants',
    })
  }
  const document = await readDocument(read, file)
  if (!document.ok) return document
  const parsed = parse(z.strictObject({ variants: Variants }), { variants: document.value })
  return parsed.ok ? succeed(parsed.value.variants) : parsed
}

type Billed = Extract<VariantCost, { kind: 'billed' }>

function textOf(costs: readonly VariantCost[]): string {
  const billed = costs.filter((cost) => cost.kind === 'billed')
  const refused = costs.filter((cost) => cost.kind === 'refused')
  return [
    ...(billed.length > 0 ? [textTable(COLUMNS, billed)] : []),
    ...refused.map(({ name, problems }) =>
      [`${name} cannot be billed:`, ...problems.map((problem) => `  ${problemText(problem)}`)].join('\n'),
    ),
  ].join('\n\n')
}

const COLUMNS: readonly Column<Billed>[] = [
  left('variant', (row) => row.name),
  right('total', (row) => figure(row.cost.total)),
  right('against the first', (row) => figure(row.difference)),
  right('subscription', (row) => figure(row.cost.subscription)),
  right('overage', (row) => figure(row.cost.overage)),
  right('served credits', (row) => figure(row.cost.servedCredits)),
  right('overage credits', (row) => figure(row.cost.overageCredits)),
  right('blocked credits', (row) => figure(row.cost.blockedCredits)),
  optional(right('expired credits', (row: Billed) => figure(row.cost.expiredCredits))),
  optional(right('forfeited credits', (row: Billed) => figure(row.cost.forfeitedCredits))),
  right('credits left', (row) => figure(row.cost.remainingCredits)),
]
