import { type Inputs, patternOf, quotesOf } from './inputs.ts'

/** What a comparison and its curves have in common: everything but the usage. */
export const termsOf = (inputs: Inputs) => ({
  catalog: inputs.catalog,
  months: inputs.months,
  billing: inputs.billing,
  overage: inputs.overage,
  offers: inputs.offers,
  pattern: patternOf(inputs),
  customTerms: quotesOf(inputs),
})

export const sameTerms = (one: Inputs, other: Inputs): boolean =>
  JSON.stringify(termsOf(one)) === JSON.stringify(termsOf(other))

/** The comparison on screen, or that of another usage under the same terms. */
export const compareInput = (inputs: Inputs, usage: number = inputs.usage) => ({
  ...termsOf(inputs),
  usage: String(usage),
  focus: inputs.focus,
})

export const curvesInput = (inputs: Inputs, upTo: number) => ({ ...termsOf(inputs), upTo: String(upTo) })
