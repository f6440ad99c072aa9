import type { RunOut } from '#shared/run-outs.ts'
import { type Instant, instantText } from '../calendar/civil.ts'
import type { AccountDetail } from '../report/account-detail.ts'

/**
 * When each billing period of an account ran out of credits, held usage back and reached the spend limit; one row a period, in
 * their order. Instants are those that alerts of the same run have.
 */
export const runOuts = ({ shortages }: AccountDetail): readonly RunOut[] =>
  shortages.map(({ period, start, end, runOuts: ranOut, firstBlock, spendLimitAt }) => ({
    period,
    start: instantText(start),
    end: instantText(end),
    ranOutAt: textOf(ranOut[0]?.at ?? null),
    blockedAt: textOf(firstBlock?.at ?? null),
    blockedBecause: firstBlock?.cause ?? null,
    spendLimitAt: textOf(spendLimitAt),
  }))

const textOf = (at: Instant | null): string | null => (at === null ? null : instantText(at))
