import type { UsageRow } from '#shared/run-result.ts'
import { toMicros } from '../exact/amount.ts'
import { LongSum } from '../exact/long-sum.ts'

/** What was done, by what tells it apart: product, model, key, company, workspace. */
export const workOf = ({ product, model, apiKey, company, workspace }: UsageRow): string =>
  [
    ...[product, model].flatMap((name) => name ?? []),
    ...(apiKey === null ? [] : [`key ${apiKey}`]),
    ...(company === null ? [] : [`for ${company}`]),
    ...(workspace === null ? [] : [`in ${workspace}`]),
  ].join(', ') || 'Usage of no product'

/** What of it was served, from the pool, free or as overage. */
export const servedOf = ({ poolCredits, graceCredits, overageCredits }: UsageRow): string =>
  sumOf([poolCredits, graceCredits, overageCredits])

export function sumOf(amounts: readonly string[]): string {
  const sum = new LongSum()
  for (const amount of amounts) sum.add(toMicros(amount))
  return sum.credits
}
