/**
 * What is asked of an account and billed anew, once or many times: jobs that tell how far they are and can be called
 * off. Whatever else is asked is answered before those that wait.
 */
export const LONG_QUESTIONS = [
  'results.attribution',
  'results.explainAnew',
  'results.seats',
  'results.fullSeats',
  'results.apart',
  'results.variants',
  'results.bothFailures',
  'results.bestUpgrades',
  'results.onEveryPlan',
  'results.whatToBuy',
] as const
export type LongQuestion = (typeof LONG_QUESTIONS)[number]

const NAMES: ReadonlySet<string> = new Set(LONG_QUESTIONS)

export const isLongQuestion = (method: string): method is LongQuestion => NAMES.has(method)
