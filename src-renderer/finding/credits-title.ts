import type { CreditLayers, LayerMarkKind } from '#shared/credit-layers.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { dateIn } from '#renderer/format/days.ts'
import { day, isZero, plural, wholeCredits } from '#renderer/format/figures.ts'
import { creditsOf } from './counted.ts'

/** What the title needs of what the account comes to. */
export type CreditTotals = Pick<ResultSummary['totals'], 'expiredCredits' | 'forfeitedCredits'>

const instantsOf = ({ marks }: CreditLayers, kind: LayerMarkKind): readonly string[] => [
  ...new Set(marks.filter((mark) => mark.kind === kind).map(({ at }) => at)),
]

/** `1st`, `24th`. */
function ordinal(dayOfMonth: string): string {
  const number = dayOfMonth.replace(/^0/, '')
  if (/^1\d$/.test(number)) return `${number}th`
  const endings: Readonly<Record<string, string>> = { '1': 'st', '2': 'nd', '3': 'rd' }
  return number + (endings[number.at(-1) ?? ''] ?? 'th')
}

const dayOfMonth = (at: string): string => dateIn(at).slice(8)

/** Where the pool runs out before new credits come: by which day, and how often. */
function gone(layers: CreditLayers): string | null {
  const renewals = instantsOf(layers, 'renewal')
  const end = layers.points.at(-1)?.at
  // What is used up in the very moment of a renewal, or of the end, has lasted.
  const out = layers.runOuts.filter(({ at }) => at !== end && !renewals.includes(at))
  const [first] = out
  if (first === undefined) return null
  const always = out.length > 1 && out.length === renewals.length
  if (always && renewals.every((at) => dayOfMonth(at) === '01')) {
    const latest =
      out
        .map(({ at }) => dayOfMonth(at))
        .toSorted()
        .at(-1) ?? ''
    return `All credits are gone by the ${ordinal(latest)} of every month`
  }
  if (always) return `All credits are gone before the end of every period, first on ${day(dateIn(first.at))}`
  const of = renewals.length < out.length ? '' : ` of ${plural(renewals.length, 'period')}`
  const times = of === '' ? plural(out.length, 'period') : `${String(out.length)}${of}`
  return `Credits run out in ${times}, first on ${day(dateIn(first.at))}`
}

/** What is lost unused, and since when. */
function lost(layers: CreditLayers, kind: 'expiry' | 'forfeit', credits: string, one: string, many: string) {
  const [first, ...others] = instantsOf(layers, kind)
  if (first === undefined || isZero(credits)) return null
  const verb = wholeCredits(credits) === '1' ? one : many
  const since = others.length === 0 ? `on ${day(dateIn(first))}` : `from ${day(dateIn(first))} on`
  return `${creditsOf(credits)} ${verb} unused, ${since}`
}

/** What the burn-down of a whole run shows first: that credits run out, else that they are lost, else that they last. */
export function creditsTitle(layers: CreditLayers, totals: CreditTotals): string {
  const left = layers.points.at(-1)?.onHand.total ?? '0'
  return (
    gone(layers) ??
    lost(layers, 'expiry', totals.expiredCredits, 'expires', 'expire') ??
    lost(layers, 'forfeit', totals.forfeitedCredits, 'is forfeited', 'are forfeited') ??
    (layers.layers.length === 0
      ? 'No credits are granted'
      : `Credits last: ${creditsOf(left)} left at the end`)
  )
}
