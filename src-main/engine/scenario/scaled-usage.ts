import type { Scenario } from '#shared/scenario.ts'
import type { ModelledUsage } from '#shared/usage.ts'
import { creditsText, MICROS, toMicros } from '../exact/amount.ts'
import { multiplyDivideHalfUp } from '../exact/multiply-divide.ts'

/** What an account uses: modelled, and as events. */
export type Usage = Pick<Scenario, 'usage' | 'usageEvents'>

/**
 * All usage times a factor, a decimal of zero or more: the monthly figure of a pattern and of each stream, each month of a
 * series, the quantity of each event. Each product is rounded once, half-up, to the millionth of a credit or unit, so that
 * whole figures are never rounded. Throws `OutOfBounds` where one leaves the exact range.
 */
export function usageTimes({ usage, usageEvents }: Usage, factor: string): Usage {
  const micros = toMicros(factor)
  if (micros === MICROS) return { usage, usageEvents }
  const scaled = (figure: string) => creditsText(multiplyDivideHalfUp(toMicros(figure), micros, MICROS))
  return {
    usage: modelledTimes(usage, scaled),
    usageEvents: usageEvents.map((event) => ({ ...event, quantity: scaled(event.quantity) })),
  }
}

function modelledTimes(usage: ModelledUsage, scaled: (figure: string) => string): ModelledUsage {
  switch (usage.kind) {
    case 'pattern':
      return { ...usage, monthly: scaled(usage.monthly) }
    case 'series':
      return { ...usage, credits: usage.credits.map(scaled) }
    case 'streams':
      return {
        ...usage,
        streams: usage.streams.map((stream) => ({ ...stream, monthly: scaled(stream.monthly) })),
      }
  }
}
