import type { ParsedInput } from '#shared/api.ts'
import type { ComparisonTerms } from '#shared/comparison.ts'
import type { LongMethod } from '#shared/runs.ts'
import type { Scenario } from '#shared/scenario.ts'
import { inWeekOrder } from '#shared/weekdays.ts'
import { isOwnCatalog, monthOnAll } from './catalog-weight.ts'
import { pricesIn } from './document-weight.ts'
import { billsOf, stepsOf, stepsOfAccount } from './scenario-weight.ts'

/*
 * What a call will cost, seen in its input: at once, roughly, and not too little. What cannot be bounded without the work
 * itself is heavy. `test/api/weights.test.ts` grows everything an input may have much of and measures what is still light.
 */

/**
 * Whether the main thread may answer a call itself. Never those that bill an account many times. A weight that is no
 * number is not known to be light.
 */
export function isLight<M extends LongMethod>(method: M, input: ParsedInput<M>): boolean {
  const partOf: Weights[M] = WEIGHTS[method]
  return partOf(input) <= 1
}

/** The part of what the main thread may do at once that a call takes; above 1 it is too heavy. */
type Weights = { readonly [M in LongMethod]: (input: ParsedInput<M>) => number }

const TOO_HEAVY = Infinity

/** A run in full of one plan, beside lean ones of all: roughly so much longer. */
const EXPLAINED = 10

const WEIGHTS: Weights = {
  'analysis.compare': (terms) => comparisons(terms, 1),
  'analysis.compareMany': ({ usages, ...terms }) => comparisons(terms, usages.length),
  'analysis.explainCompared': (terms) => EXPLAINED * comparisons(terms, 1),
  'analysis.curves': ({ catalog, months, pattern }) =>
    isOwnCatalog(catalog)
      ? TOO_HEAVY
      : (monthOnAll(catalog) * months * (pattern.kind === 'flat' ? 1 : 4)) / MOST_CURVE_MONTHS,
  'analysis.crossovers': ({ catalog }) => (isOwnCatalog(catalog) ? TOO_HEAVY : 0),
  'analysis.envelope': ({ catalog }) => (isOwnCatalog(catalog) ? TOO_HEAVY : 0),
  'analysis.variants': () => TOO_HEAVY,
  'analysis.bothFailures': () => TOO_HEAVY,
  'analysis.bestUpgrade': () => TOO_HEAVY,
  'analysis.bestUpgrades': () => TOO_HEAVY,
  'analysis.attribution': () => TOO_HEAVY,
  'analysis.customerPage': () => TOO_HEAVY,
  'scenarios.run': (scenario) => stepsOf(scenario) / MOST_STEPS,
  'scenarios.explain': ({ scenario }) => stepsOf(scenario) / MOST_STEPS,
  'scenarios.events': (scenario) => stepsOf(scenario) / MOST_STEPS,
  'scenarios.card': (scenario) => stepsOf(scenario) / MOST_STEPS,
  'analysis.difference': ({ left, right }) => (stepsOf(left) + stepsOf(right)) / MOST_STEPS,
  'scenarios.monthlyUsage': monthlyUsage,
  'scenarios.usageByMonth': monthlyUsage,
  'scenarios.burned': ({ catalog }) => (isOwnCatalog(catalog) ? TOO_HEAVY : 0),
  'scenarios.seats': ({ members, catalog }) =>
    isOwnCatalog(catalog) ? TOO_HEAVY : members.length / MOST_SEATED,
  'scenarios.moveWork': ({ usage }) => (usage.kind === 'streams' ? usage.streams.length / MOST_MOVED : 0),
  'documents.validate': ({ document }) => pricesIn(document) / MOST_PRICES,
}

/** Months on plans, of all usages together: sixteen usages on a preset over a year take about 4 ms. */
const MOST_COMPARED_MONTHS = 5000

/** To make a catalogue ready for a comparison takes as long as so many of its months. */
const MONTHS_TO_SET_UP = 4

/**
 * Months on plans, four times as many where usage follows a pattern, whose curves are drawn through four times as many
 * points: a preset's over a year take up to 30 ms.
 */
const MOST_CURVE_MONTHS = 400

/** Of a run; so many take about 20 ms. */
const MOST_STEPS = 500

/** Members who are given their seats; so many take a few milliseconds. */
const MOST_SEATED = 2000

/** Streams of which a part may move; so many take a few milliseconds. */
const MOST_MOVED = 1000

/** Streams × months that are only added up. */
const MOST_STREAM_MONTHS = 10_000

/** Of a plan at a usage, for advice; so many take up to 30 ms. */
const MOST_PRICES = 2000

const comparisons = ({ catalog, months }: ComparisonTerms, usages: number): number =>
  (usages * (months + MONTHS_TO_SET_UP) * monthOnAll(catalog)) / MOST_COMPARED_MONTHS

/** Streams of one weekday profile are added up and billed as one; usage in credits needs no account. */
function monthlyUsage(scenario: Scenario): number {
  const { usage, months } = scenario
  if (usage.kind !== 'streams') return 0
  const profiles = new Set(usage.streams.map(({ weekdays }) => weekdays && inWeekOrder(weekdays).join())).size
  const streams = profiles > 1 ? usage.streams.slice(0, profiles) : []
  const asOne: Scenario = { ...scenario, usage: { ...usage, streams }, usageEvents: [] }
  return (
    (usage.streams.length * months) / MOST_STREAM_MONTHS +
    (stepsOfAccount(asOne) + billsOf(scenario)) / MOST_STEPS
  )
}
