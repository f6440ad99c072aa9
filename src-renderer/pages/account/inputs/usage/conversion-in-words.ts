import type { ModelledUsage } from '#shared/usage.ts'
import type { ModelChoice } from '#renderer/finding/models.ts'
import { creditsOf } from '#renderer/finding/counted.ts'
import { patternInWords } from '#renderer/finding/base-usage.ts'
import { plural } from '#renderer/format/figures.ts'
import { weekdaysOf } from '#renderer/state/account-edits/weekdays.ts'

/** What became of usage that is said in another way, and what of it is lost. `plain` is what a figure became a stream of. */
export function conversionInWords(
  before: ModelledUsage,
  after: ModelledUsage['kind'],
  months: number,
  plain: ModelChoice | null,
): string {
  const undo = 'Undo brings it back.'
  switch (before.kind) {
    case 'pattern': {
      if (after === 'series')
        return before.pattern.kind === 'flat'
          ? `The figure is written out for ${plural(months, 'month')}.`
          : `The pattern (${patternInWords(before.pattern, months)}) is written out for ${plural(months, 'month')} and is a rule no more. ${undo}`
      return plain
        ? `The figure is one row of ${plain.name} now, at ${plain.burns}.`
        : `Nothing on this plan burns a credit a unit, so the figure of ${creditsOf(before.monthly)} cannot be said by product: add what is used. ${undo}`
    }
    case 'series': {
      const average = `The average of ${plural(before.credits.length, 'month')} took the place of their figures`
      if (after === 'pattern') return `${average}. ${undo}`
      return plain
        ? `${average}, as one row of ${plain.name} at ${plain.burns}. ${undo}`
        : `The figures of ${plural(before.credits.length, 'month')} cannot be said by product, for nothing on this plan burns a credit a unit: add what is used. ${undo}`
    }
    case 'streams': {
      const isOfDays = before.streams.some(({ weekdays }) => weekdays) && weekdaysOf(before) === undefined
      const gone = `who uses what${isOfDays ? ', and on which weekdays,' : ''} is gone. ${undo}`
      const count = plural(before.streams.length, 'row')
      return after === 'pattern'
        ? `What ${count} of usage burn a month on average took their place; ${gone}`
        : `What ${count} of usage burn together in each month took their place; ${gone}`
    }
  }
}
