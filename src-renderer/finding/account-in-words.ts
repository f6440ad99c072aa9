import type { ResultSummary } from '#shared/open-result.ts'
import type { Problem } from '#shared/problem.ts'
import { isZero, money, plural } from '#renderer/format/figures.ts'
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
        : `${plural(refusals.length, 'dated change')} could not be made: ${refusals[0]?.message ?? ''}`,
    ),
  }
}

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

/** Why an account cannot be billed as it is. */
export function accountRefused(problems: readonly Problem[], figures: boolean): Sentence {
  const [first, ...others] = problems
  const more = others.length === 0 ? '' : `And ${plural(others.length, 'more problem')}.`
  return {
    headline: first?.code.startsWith('result.')
      ? 'The account was not billed'
      : 'The account cannot be billed as it is',
    detail: sentences(
      first?.message ?? '',
      more,
      figures ? 'The figures below are of the account before.' : '',
    ),
  }
}
