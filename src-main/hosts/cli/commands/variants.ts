import { z } from 'zod'
import { CostKind, Variant, VariantCost } from '#shared/analysis.ts'
import { parse, refuse, type Result, succeed } from '#shared/problem.ts'
import { answer } from '../answer.ts'
import type { Command, Read } from '../command.ts'
import { figure, signedFigure, words } from '../figure.ts'
import { jsonShape } from '../json-shape.ts'
import { problemsText } from '../problem-text.ts'
import { readDocument } from '../read-document.ts'
import { fromItsTop, readScenario, SCENARIO_FILE } from '../read-scenario.ts'
import { type Column, left, optional, right, textTable } from '../text-table.ts'

const Variants = z.array(Variant)

export const variants: Command = {
  usage: 'FILE --variants FILE',
  summary: 'What variants of one account cost, ranked, and what makes each differ from the baseline.',
  details: [
    SCENARIO_FILE,
    `The file of variants is a list; what a variant leaves out is as in the scenario: ${jsonShape(Variants, 1)}`,
    '`catalog` is the id of a preset or a whole catalogue. `usageFactor` is what all usage is multiplied by, as in "1.08". `modelMix` moves a `share`, in percent, of what a `product` uses of one model to another: [{product, from, to, share}]. `seats` gives members other seats: [{member, seat}]. `policies` are laid over those of the scenario and `addedChanges` come on top of its changes; everything else takes the place of what it names.',
    'The best rank is that of the variant that blocks least and, among those, costs least. The kinds of `byKind` sum to the total, those of `differences.money` to the difference from the baseline; `share` is how many percent of all that is more or less a kind makes.',
  ],
  operands: 1,
  options: {
    variants: { value: 'FILE', help: 'A JSON list of variants, or - for standard input.' },
    baseline: {
      value: 'NAME',
      help: 'The variant that the others are beside, by its name, or by its place, from 0; the first one unless told.',
    },
  },
  example: 'variants docs/examples/upgrade-in-march.json --variants docs/examples/variants.json',
  answer: z.array(VariantCost),
  async run({ call, read }, [file], options) {
    const named = await readVariants(read, options['variants'])
    if (!named.ok) return named
    const scenario = await readScenario(read, file)
    if (!scenario.ok) return scenario
    const baseline = readBaseline(options['baseline'], named.value)
    const input = { scenario: scenario.value, variants: named.value, ...baseline }
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

/** What a variant is called goes before its place: one may be called "2". */
function readBaseline(
  typed: string | true | undefined,
  among: readonly Variant[],
): { readonly baseline?: string | number } {
  if (typeof typed !== 'string') return {}
  const isName = among.some(({ name }) => name === typed)
  return { baseline: !isName && /^\d{1,3}$/.test(typed) ? Number(typed) : typed }
}

type Billed = Extract<VariantCost, { kind: 'billed' }>

function textOf(costs: readonly VariantCost[]): string {
  const billed = costs.filter((cost) => cost.kind === 'billed')
  const others = billed.filter(({ isBaseline }) => !isBaseline)
  return [
    ...(billed.length > 0 ? [textTable(COLUMNS, billed)] : []),
    ...(others.length > 0 ? [textTable(DIFFERENCES, others)] : []),
    ...refusalsText(billed),
    ...costs.flatMap((cost) =>
      cost.kind === 'refused' ? [problemsText(`${cost.name} cannot be billed`, cost.problems)] : [],
    ),
  ].join('\n\n')
}

/** Of the baseline, and of those of which others are refused: most variants have the scenario's changes. */
function refusalsText(billed: readonly Billed[]): readonly string[] {
  const ofBaseline = billed.find(({ isBaseline }) => isBaseline)?.refusals ?? []
  const isAsThere = ({ refusals }: Billed) => JSON.stringify(refusals) === JSON.stringify(ofBaseline)
  return billed
    .filter((row) => row.refusals.length > 0 && (row.isBaseline || !isAsThere(row)))
    .map(({ name, refusals }) => problemsText(`Changes of ${name} that could not be made`, refusals))
}

const COLUMNS: readonly Column<Billed>[] = [
  right('rank', (row) => String(row.rank)),
  left('variant', (row) => (row.isBaseline ? `${row.name} (baseline)` : row.name)),
  left('plan', (row) => row.plan),
  left('catalogue', (row) => row.catalog),
  right('total', (row) => figure(row.cost.total)),
  right('a month', (row) => figure(row.monthly)),
  ...CostKind.options.map((kind) =>
    optional(right(words(kind), ({ byKind }: Billed) => amountOf(byKind.find((part) => part.kind === kind)))),
  ),
  right('served credits', (row) => figure(row.cost.servedCredits)),
  right('overage credits', (row) => figure(row.cost.overageCredits)),
  right('blocked credits', (row) => figure(row.cost.blockedCredits)),
  optional(right('in periods', (row: Billed) => String(row.blockedPeriods))),
  optional(right('expired credits', (row: Billed) => figure(row.cost.expiredCredits))),
  optional(right('forfeited credits', (row: Billed) => figure(row.cost.forfeitedCredits))),
  right('credits left', (row) => figure(row.cost.remainingCredits)),
]

const amountOf = (part: { readonly amount: string } | undefined): string =>
  part === undefined ? '-' : figure(part.amount)

const DIFFERENCES: readonly Column<Billed>[] = [
  left('against the baseline', (row) => row.name),
  right('in all', (row) => signedFigure(row.difference)),
  right('a month', (row) => signedFigure(row.differences.monthly)),
  left('of which', ({ differences }) =>
    differences.money
      .map(({ kind, amount, share }) => `${words(kind)} ${signedFigure(amount)} (${share} %)`)
      .join(', '),
  ),
  optional(
    left('credits lost', ({ differences }: Billed) =>
      differences.lost.map(({ kind, credits }) => `${words(kind)} ${signedFigure(credits)}`).join(', '),
    ),
  ),
]
