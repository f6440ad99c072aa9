import type { ResultSummary } from '#shared/open-result.ts'
import type { Problem } from '#shared/problem.ts'
import { day, isZero, money, plural } from '#renderer/format/figures.ts'
import { creditsOf, sentences } from './counted.ts'
import type { Sentence } from './finding.ts'

type Told = Pick<ResultSummary, 'planName' | 'billing' | 'currency' | 'totals' | 'periods' | 'refusals'>

/** What an account comes to, in words: what it costs, and what was not served or was lost. */
export function accountInWords(
  { planName, billing, currency, totals, periods, refusals }: Told,
  months: number,
): Sentence {
  const span = months === 1 ? 'one month' : plural(months, 'month')
  return {
    headline: `${planName}, billed ${billing === 'annual' ? 'annually' : 'monthly'}: ${money(totals.total, currency)} in ${span}`,
    detail: sentences(
      blocked(totals.blockedCredits, periods),
      lost(totals),
      refusals.length === 0
        ? ''
        : `${plural(refusals.length, 'dated change')} could not be made: ${datesInWords(refusals[0]?.message ?? '')}`,
    ),
  }
}

/** The engine writes dates as documents have them. */
const datesInWords = (message: string): string => message.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, day)

function blocked(credits: string, periods: Told['periods']): string {
  if (isZero(credits)) return 'All work is served.'
  const short = periods.filter(({ blockedCredits }) => !isZero(blockedCredits)).length
  return `Work of ${creditsOf(credits)} is blocked, in ${String(short)} of ${plural(periods.length, 'billing period')}.`
}

function lost({ expiredCredits, forfeitedCredits }: Told['totals']): string {
  const parts = [
    ...(isZero(expiredCredits) ? [] : [`${creditsOf(expiredCredits)} expire unused`]),
    ...(isZero(forfeitedCredits) ? [] : [`${creditsOf(forfeitedCredits)} are forfeited`]),
  ]
  return parts.length === 0 ? '' : `${parts.join(' and ')}.`
}

/**
 * Why an account was not billed; what is wrong with its fields is told beside this and them. `former` is the plan of the
 * account whose figures are still to be seen; null where there are none.
 */
export function accountRefused(problems: readonly Problem[], former: string | null): Sentence {
  const [first] = problems
  if (first?.code.startsWith('result.') !== true)
    return { headline: 'The account cannot be billed as it is', detail: '' }
  const figures = former === null ? '' : `The figures below are of ${former}, before the last change.`
  return { headline: 'The account was not billed', detail: sentences(first.message, figures) }
}
