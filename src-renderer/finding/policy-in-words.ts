import type { Policies } from '#shared/policies.ts'

/** A setting of which vendors have different ones: what is asked, and each answer. */
export interface PolicyWords<K extends keyof Policies> {
  readonly question: string
  readonly answers: Readonly<Record<Policies[K], string>>
}

/** Every setting where vendors disagree, in the order in which they matter. */
export const POLICY_WORDS: { readonly [K in keyof Policies]: PolicyWords<K> } = {
  burnOrder: {
    question: 'Which credits are used first',
    answers: {
      oldestFirst: 'the oldest',
      soonestExpiry: 'those that expire soonest',
      priorityThenExpiry: 'by priority, then expiry',
      rolledOverFirst: 'those rolled over',
      grantedBeforePurchased: 'granted before purchased',
    },
  },
  beyondGrants: {
    question: 'Usage beyond all credits',
    answers: {
      charged: 'charged at once',
      carriedWithinPeriod: 'paid by later grants of the period',
      blocked: 'blocked',
    },
  },
  overageAtPeriodEnd: {
    question: 'Overage when its period ends',
    answers: {
      invoice: 'invoiced',
      forgive: 'forgiven',
      carry: 'stays owed in credits',
      carryAndRepay: 'owed, repaid from the next grant',
    },
  },
  thresholdInvoice: {
    question: 'An early invoice is raised when overage',
    answers: { passes: 'passes the threshold', reaches: 'reaches the threshold' },
  },
  prorationUnit: {
    question: 'A part of a period is counted in',
    answers: { second: 'seconds', day: 'days', fixed30: 'thirtieths', none: 'not at all' },
  },
  changeDay: {
    question: 'The day of a change belongs to',
    answers: { newPlan: 'the new plan', both: 'both plans', endExclusive: 'the old plan' },
  },
  freeMonths: {
    question: 'Free months of an annual price',
    answers: { last: 'the last of the year', spread: 'spread over the year' },
  },
  packageRates: {
    question: 'A started block of a package price',
    answers: { startedBlocks: 'counts whole', linear: 'costs its part' },
  },
  flatFeeAtZero: {
    question: 'A flat fee when nothing is used',
    answers: { charged: 'is charged', notCharged: 'is not charged' },
  },
  freeUnits: {
    question: 'Free units come off',
    answers: { quantity: 'the quantity', amount: 'the amount' },
  },
  rounding: {
    question: 'An invoice is rounded',
    answers: { line: 'line by line', feeThenTax: 'lines, then tax on their sum', invoice: 'as a whole' },
  },
  fixedDiscount: {
    question: 'A discount of a fixed amount is taken off',
    answers: { regularInvoices: 'each regular invoice', everyInvoice: 'every invoice' },
  },
}

/** The settings, by the order of their words. */
export const POLICY_KEYS: readonly (keyof Policies)[] = [
  'burnOrder',
  'beyondGrants',
  'overageAtPeriodEnd',
  'thresholdInvoice',
  'prorationUnit',
  'changeDay',
  'freeMonths',
  'packageRates',
  'flatFeeAtZero',
  'freeUnits',
  'rounding',
  'fixedDiscount',
]
