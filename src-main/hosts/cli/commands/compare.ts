import { CompareInput, Comparison, CurvesInput } from '#shared/comparison.ts'
import { microsOf } from '#shared/decimal.ts'
import { parse, succeed } from '#shared/problem.ts'
import { answer, withTextsInOneLine } from '../answer.ts'
import type { Command } from '../command.ts'
import { COMPARISON_OPTIONS, COMPARISON_USAGE, readComparisonTerms, TERMS_FILE } from '../comparison-terms.ts'
import { compareText } from '../compare-text.ts'
import { readQuantity } from '../quantity.ts'

export const compare: Command = {
  usage: `--catalog ID --usage N ${COMPARISON_USAGE}`,
  summary: 'What N credits a month cost on every plan.',
  details: [
    'Opts in to overage wherever a plan sells it and applies no first-month offer, unless told otherwise. `cheapest` is the cheapest plan that blocks nothing; null where all block.',
    TERMS_FILE,
  ],
  operands: 0,
  options: {
    ...COMPARISON_OPTIONS,
    usage: { value: 'N', help: 'Credits a month: 400000, 400_000, 400k, 1.4M.' },
  },
  example: 'compare --catalog elevenlabs-2026-04 --usage 400k',
  answer: Comparison,
  async run({ call, read }, _operands, options) {
    const terms = await readComparisonTerms(read, options)
    if (!terms.ok) return terms
    const usage = readQuantity(options['usage'], '--usage', 'usage')
    if (!usage.ok) return usage
    const input = parse(CompareInput, { ...terms.value, usage: usage.value })
    if (!input.ok) return input
    const compared = await call('analysis.compare', input.value)
    if (!compared.ok) return compared
    const range = parse(CurvesInput, { ...terms.value, upTo: rangeFor(usage.value), shorten: true })
    const drawn = range.ok ? await call('analysis.curves', range.value) : range
    const envelope = drawn.ok ? withTextsInOneLine(drawn.value.envelope) : []
    return succeed(answer(compared.value, (comparison) => compareText(comparison, envelope)))
  },
}

/** How far to look for where the cheapest plan stops being it, in whole credits: a thousand where nothing is used. */
const rangeFor = (usage: string): string => String((4n * microsOf(usage)) / 1_000_000n + 1000n)
