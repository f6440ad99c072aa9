import type { ModelledUsage, UsagePattern } from '#shared/usage.ts'
import type { WindowAccount } from '../draft.ts'
import type { UsedAs } from './own-usage.ts'
import { addStreams, changeStream } from './streams.ts'
import { onWeekdays, weekdaysOf } from './weekdays.ts'

export type UsageKind = ModelledUsage['kind']

const FLAT: UsagePattern = { kind: 'flat' }

/** The account with one figure a month, the same every month; on the weekdays it was, as far as all of it was. */
export const asFigure = (account: WindowAccount, monthly: string): WindowAccount => ({
  ...account,
  usage: { kind: 'pattern', monthly, pattern: FLAT, ...onWeekdays(weekdaysOf(account.usage)) },
})

/** The account with its usage written out. */
export const asSeries = (account: WindowAccount, months: readonly string[]): WindowAccount => ({
  ...account,
  usage: { kind: 'series', credits: [...months], ...onWeekdays(weekdaysOf(account.usage)) },
})

/**
 * The account with its usage by streams: a figure becomes one stream, with its pattern, of what burns a credit a unit. Where
 * nothing does, there is none.
 */
export function asStreams(account: WindowAccount, monthly: string, as: UsedAs | null): WindowAccount {
  const { usage } = account
  const empty: WindowAccount = { ...account, usage: { kind: 'streams', streams: [] } }
  if (!as) return empty
  const pattern = usage.kind === 'pattern' ? usage.pattern : FLAT
  const one = addStreams(empty, [{ product: as.product, model: as.model, monthly }])
  const [stream] = one.usage.kind === 'streams' ? one.usage.streams : []
  return stream
    ? changeStream(one, { place: 0, id: stream.id }, { pattern, weekdays: weekdaysOf(usage) })
    : one
}
