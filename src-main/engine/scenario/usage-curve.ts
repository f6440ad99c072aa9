import type { ModelledUsage, UsagePattern, UsageStep } from '#shared/usage.ts'
import { type Credits, MICROS, toMicros } from '../exact/amount.ts'
import { multiplyDivideHalfUp } from '../exact/multiply-divide.ts'
import { WHOLE_PERCENT } from '../exact/percent.ts'

/** Modelled usage given in credits, of no product in particular. */
export type CreditUsage = Exclude<ModelledUsage, { kind: 'streams' }>

/** A yearly wave in thousandths, peak first: the cosine at twelfths of a turn, written out to be the same everywhere. */
const WAVE = [1000, 866, 500, 0, -500, -866, -1000, -866, -500, 0, 500, 866]
const WAVE_UNIT = 1000

/** Credits wanted in each of the first `months` months, each rounded once to the micro-credit. */
export function usageSeries(usage: CreditUsage, months: number): readonly Credits[] {
  if (usage.kind === 'series') return usage.credits.slice(0, months).map(toMicros)
  return patternSeries(usage.pattern, toMicros(usage.monthly), months)
}

/** The monthly figure moved by its pattern; see `UsagePattern` for what each pattern means. */
export function patternSeries(pattern: UsagePattern, monthly: Credits, months: number): readonly Credits[] {
  switch (pattern.kind) {
    case 'flat':
      return Array.from({ length: months }, () => monthly)
    case 'growth':
      return growth(monthly, toMicros(pattern.percent), months)
    case 'seasonal':
      return seasonal(monthly, toMicros(pattern.amplitude), pattern.peakMonth, months)
    case 'spike':
      return Array.from({ length: months }, (_, month) =>
        month === pattern.month - 1
          ? multiplyDivideHalfUp(monthly, toMicros(pattern.multiple), MICROS)
          : monthly,
      )
    case 'steps':
      return stepped(monthly, pattern.steps, months)
  }
}

function growth(monthly: Credits, percentMicros: number, months: number): readonly Credits[] {
  const series: Credits[] = []
  let credits = monthly
  for (let month = 0; month < months; month++) {
    series.push(credits)
    if (month < months - 1)
      credits = multiplyDivideHalfUp(credits, WHOLE_PERCENT + percentMicros, WHOLE_PERCENT)
  }
  return series
}

function stepped(monthly: Credits, steps: readonly UsageStep[], months: number): readonly Credits[] {
  const levels = Array.from({ length: months }, () => monthly)
  for (const { month, multiple } of steps)
    levels.fill(multiplyDivideHalfUp(monthly, toMicros(multiple), MICROS), month - 1)
  return levels
}

function seasonal(
  monthly: Credits,
  amplitude: number,
  peakMonth: number,
  months: number,
): readonly Credits[] {
  const unit = WHOLE_PERCENT * WAVE_UNIT
  return Array.from({ length: months }, (_, month) => {
    const height = WAVE[(month - (peakMonth - 1) + WAVE.length) % WAVE.length] ?? 0
    return multiplyDivideHalfUp(monthly, unit + amplitude * height, unit)
  })
}
