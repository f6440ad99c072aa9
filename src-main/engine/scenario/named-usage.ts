import type { NamedUsageInput } from '#shared/share-out.ts'
import type { ModelledUsage, UsageStream } from '#shared/usage.ts'
import { creditsText, toMicros } from '../exact/amount.ts'

/** Whether a stream is of the account as a whole. */
const isNobodys = ({ member, apiKey, workspace }: UsageStream): boolean =>
  member === undefined && apiKey === undefined && workspace === undefined

/**
 * The usage with what nobody is named for as much smaller as somebody's figure of the same product and model has become
 * larger, so that all of it together stays what it was: down to nothing, from where on it is more. Where nothing of it is
 * used by nobody by name, it stays as it is.
 */
export function namedUsage({ usage, product, model, before, after }: NamedUsageInput): ModelledUsage {
  if (usage.kind !== 'streams') return usage
  const place = usage.streams.findIndex(
    (stream) => isNobodys(stream) && stream.product === product && stream.model === model,
  )
  const rest = usage.streams[place]
  if (!rest) return usage
  const left = toMicros(rest.monthly) - toMicros(after) + toMicros(before)
  const monthly = creditsText(Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, left)))
  return { ...usage, streams: usage.streams.with(place, { ...rest, monthly }) }
}
