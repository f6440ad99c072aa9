import { create } from 'zustand'
import type { Billing } from '#shared/account.ts'
import type { CatalogRef, CustomTerms } from '#shared/scenario.ts'
import type { UsagePattern } from '#shared/usage.ts'
import type { Catalog } from '#shared/catalog.ts'
import { rangePast } from '#renderer/charts/nice.ts'
import { MOST_USAGE } from '#renderer/fields/usage-scale.ts'
import { isDecimal } from '#renderer/format/figures.ts'

export type PatternKind = UsagePattern['kind']
type PatternOf<K extends PatternKind> = Extract<UsagePattern, { kind: K }>

/** Terms agreed for custom plans, by plan id. */
export type Quotes = Readonly<Record<string, CustomTerms>>

/** Everything a person can set on the Compare screen. */
export interface Inputs {
  /** A preset by its id, or a whole catalogue of the scenario's own. */
  readonly catalog: CatalogRef
  /** Credits a month, a whole number. */
  readonly usage: number
  /** Whether a person set that figure; one that only stands for usage written out changes no scenario. */
  readonly usageIsSet: boolean
  readonly months: number
  readonly billing: Billing
  readonly overage: boolean
  readonly offers: boolean
  readonly patternKind: PatternKind
  /** Each pattern keeps its own parameters while another one is chosen. */
  readonly growth: PatternOf<'growth'>
  readonly seasonal: PatternOf<'seasonal'>
  readonly spike: PatternOf<'spike'>
  readonly steps: PatternOf<'steps'>
  /** By the catalogue's id: an agreed price belongs to the price list it was agreed against. */
  readonly quotes: Readonly<Record<string, Quotes>>
  /** The plan shown month by month; null follows the cheapest. */
  readonly focus: string | null
}

/** The worked example a newcomer lands on: usage that has just made the next plan the cheaper one. */
export const LANDING: Inputs = {
  catalog: 'elevenlabs-2026-04',
  usage: 400_000,
  usageIsSet: false,
  months: 12,
  billing: 'monthly',
  overage: true,
  offers: false,
  patternKind: 'flat',
  growth: { kind: 'growth', percent: '10' },
  seasonal: { kind: 'seasonal', amplitude: '40', peakMonth: 6 },
  spike: { kind: 'spike', month: 3, multiple: '3' },
  steps: { kind: 'steps', steps: [{ month: 4, multiple: '2' }] },
  quotes: {},
  focus: null,
}

export const useInputs = create<Inputs>(() => LANDING)

/** What a person sets. */
export const setInputs = (change: Partial<Omit<Inputs, 'usageIsSet'>>): void =>
  useInputs.setState(change.usage === undefined ? change : { ...change, usageIsSet: true })

/** Shows what usage that is written out comes to a month: nobody has set that. */
export const showUsage = (usage: number): void => useInputs.setState({ usage, usageIsSet: false })

/** The focus goes with the catalogue: another one may not have that plan. */
export const setCatalog = (catalog: CatalogRef): void => setInputs({ catalog, focus: null })

export const catalogId = (catalog: CatalogRef): string => (typeof catalog === 'string' ? catalog : catalog.id)

function replaceQuotes(change: (quotes: Quotes) => Quotes): void {
  useInputs.setState((inputs) => ({
    quotes: { ...inputs.quotes, [catalogId(inputs.catalog)]: change(quotesOf(inputs)) },
  }))
}

export const setQuote = (plan: string, terms: CustomTerms): void =>
  replaceQuotes((quotes) => ({ ...quotes, [plan]: terms }))

/** Agrees one term of a plan; undefined goes back to what the catalogue assumes. */
export function setTerm<K extends keyof CustomTerms>(plan: string, term: K, value: CustomTerms[K]): void {
  const { [term]: _before, ...others } = quotesOf(useInputs.getState())[plan] ?? {}
  setQuote(plan, value === undefined ? others : { ...others, [term]: value })
}

export const clearQuote = (plan: string): void => replaceQuotes(({ [plan]: _gone, ...kept }) => kept)

const FLAT: UsagePattern = { kind: 'flat' }

export const patternOf = (inputs: Inputs): UsagePattern =>
  inputs.patternKind === 'flat' ? FLAT : inputs[inputs.patternKind]

const NO_QUOTES: Quotes = {}

export const quotesOf = (inputs: Inputs): Quotes => inputs.quotes[catalogId(inputs.catalog)] ?? NO_QUOTES

/**
 * Up to which usage to look for who is cheapest: the whole slider, and far enough past the largest quota to see where
 * every plan blocks. Of a catalogue that is not there yet only the agreed quotas are known.
 */
export function reachOf(inputs: Inputs, catalog: Catalog | null): number {
  const agreed = Object.values(quotesOf(inputs)).flatMap(({ credits }) => credits ?? [])
  const known = catalog?.id === catalogId(inputs.catalog) ? catalog.plans : []
  const quotas = [...known.map(({ credits }) => credits.value), ...agreed].filter(isDecimal)
  return rangePast(quotas, MOST_USAGE)
}
