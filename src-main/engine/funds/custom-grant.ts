import type { CustomGrant } from '#shared/grants.ts'
import { type Instant, parseInstant } from '../calendar/civil.ts'
import { recurrences } from '../calendar/recurrence.ts'
import { type Credits, toMicros } from '../exact/amount.ts'

/** A custom grant made ready for the clock. */
export interface CustomGrantTerms {
  readonly name: string
  readonly source: 'gift' | 'pack'
  readonly amount: Credits
  readonly priority: number
  readonly start: Instant
  readonly expiresAt: Instant
  /** When it is filled up again: after its start, before its expiry and the run's end. */
  readonly refills: readonly Instant[]
  /** What its balance is held to when a billing period ends; null where it is left alone. */
  readonly clamp: { readonly min: Credits; readonly max: Credits } | null
}

export const expiryOfCustom = ({ expires }: CustomGrant): Instant =>
  expires === undefined ? Infinity : parseInstant(expires)

/** In the order in which they start, and by id, so that the order in which they are written says nothing. */
export const customGrantsOf = (
  grants: readonly CustomGrant[],
  runEnd: Instant,
): readonly CustomGrantTerms[] =>
  grants
    .map((grant) => compile(grant, runEnd))
    .toSorted((a, b) => a.start - b.start || (a.name < b.name ? -1 : 1))

function compile(grant: CustomGrant, runEnd: Instant): CustomGrantTerms {
  const start = parseInstant(grant.start)
  const expiresAt = expiryOfCustom(grant)
  const { recurrence, rollover } = grant
  const anchor = recurrence?.anchor === undefined ? start : parseInstant(recurrence.anchor)
  return {
    name: grant.id,
    source: grant.source,
    amount: toMicros(grant.amount),
    priority: grant.priority,
    start,
    expiresAt,
    refills:
      recurrence === undefined ? [] : recurrences(anchor, recurrence, start, Math.min(expiresAt, runEnd)),
    clamp:
      rollover === undefined
        ? null
        : { min: toMicros(rollover.min), max: rollover.max === null ? Infinity : toMicros(rollover.max) },
  }
}

/** What a balance becomes when a billing period ends: min(max, max(min, balance)). Source: DESIGN §4. */
export const clamped = (balance: Credits, { clamp }: CustomGrantTerms): Credits =>
  clamp === null ? balance : Math.min(clamp.max, Math.max(clamp.min, balance))
