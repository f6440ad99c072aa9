import type { UsageRow } from '#shared/run-result.ts'
import { patternText, weekdaysText } from '#shared/usage-in-words.ts'
import type { ModelledUsage, UsagePattern, UsageStream, WeekdayProfile } from '#shared/usage.ts'

/** How many streams are told one by one. */
const MOST_TOLD = 3

/**
 * How the modelled usage behind some rows moves from month to month and falls on weekdays; null where all of it is the same
 * every month and every day, or nothing is modelled.
 */
export function modelledUsageInWords(usage: ModelledUsage, rows: readonly UsageRow[]): string | null {
  if (rows.length === 0) return null
  switch (usage.kind) {
    case 'pattern': {
      const { monthly, pattern, weekdays } = usage
      const moves = movesInWords(pattern, weekdays)
      return moves === '' ? null : `Usage is modelled: ${monthly} credits a month, ${moves}.`
    }
    case 'series': {
      const weekdays = usage.weekdays === undefined ? '' : `, ${profileInWords(usage.weekdays)}`
      return `Usage is modelled: the credits of each month are written out${weekdays}.`
    }
    case 'streams':
      return streamsInWords(usage.streams.filter((stream) => rows.some((row) => isOf(stream, row))))
  }
}

function streamsInWords(streams: readonly UsageStream[]): string | null {
  const moving = streams.flatMap(({ id, pattern, weekdays }) => {
    const moves = movesInWords(pattern, weekdays)
    return moves === '' ? [] : [`${id}: ${moves}`]
  })
  if (moving.length === 0) return null
  const told = moving.slice(0, MOST_TOLD)
  const others = moving.length - told.length
  const rest = others === 0 ? [] : [`${others} more with a pattern of their own`]
  return `Usage is modelled. ${[...told, ...rest].join('; ')}.`
}

function movesInWords(pattern: UsagePattern, weekdays: WeekdayProfile | undefined): string {
  if (weekdays === undefined) return pattern.kind === 'flat' ? '' : patternText(pattern)
  return `${patternText(pattern)}, ${profileInWords(weekdays)}`
}

const profileInWords = (weekdays: WeekdayProfile): string => `by weekday ${weekdaysText(weekdays)}`

/** Whether a row has what a stream used; whose it was may be told more closely in the row. */
const isOf = ({ product, model, member, apiKey }: UsageStream, row: UsageRow): boolean =>
  row.product === product &&
  row.model === model &&
  row.member === (member ?? null) &&
  row.apiKey === (apiKey ?? null)
