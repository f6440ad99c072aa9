import * as fc from 'fast-check'
import type { WeekdayProfile } from '#shared/usage.ts'

const busy = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 }))

export const profileOf = (working: number, weekend: number): WeekdayProfile => ({
  mon: working,
  tue: working,
  wed: working,
  thu: working,
  fri: working,
  sat: weekend,
  sun: weekend,
})

/** Any weekday profile, days without usage among them; the same on all days, too, which spreads usage evenly. */
export const anyProfile: fc.Arbitrary<WeekdayProfile> = fc.oneof(
  fc.constant(profileOf(1, 0)),
  fc.constant(profileOf(7, 7)),
  fc
    .record({ mon: busy, tue: busy, wed: busy, thu: busy, fri: busy, sat: busy, sun: busy })
    .filter((days) => Object.values(days).some((day) => day > 0)),
)

/** A field of usage that may be left out. */
export const anyWeekdays: fc.Arbitrary<{ readonly weekdays?: WeekdayProfile }> = fc
  .option(anyProfile)
  .map((weekdays) => (weekdays === null ? {} : { weekdays }))
