import * as z from './zod.ts'
import { ChangeText, CreditsText, PartText, QuantityText } from './decimal.ts'
import { listOf, Name, textOf, tooLong } from './bounded.ts'
import { MOST_BUSY, MOST_INSTANT, MOST_MONTHS, MOST_NAME, MOST_PEOPLE } from './bounds.ts'
import { checked, type Fault, must } from './checked.ts'
import { inWeekOrder } from './weekdays.ts'

/** From a month on, so many times the monthly figure. The first month has the figure itself. */
export const UsageStep = z.strictObject({ month: z.int().min(2).max(MOST_MONTHS), multiple: CreditsText })
export type UsageStep = z.infer<typeof UsageStep>

function* outOfOrder(steps: readonly UsageStep[]): Iterable<Fault> {
  for (const [index, { month }] of steps.entries()) {
    if (month <= (steps[index - 1]?.month ?? 0))
      yield { message: 'Expected a later month than that of the step before.', path: [index, 'month'] }
  }
}

/**
 * How modelled usage moves from month to month around a monthly figure.
 * `flat`: the same every month. `growth`: each month `percent` more than the one before, or less where it is negative, starting at the figure.
 * `seasonal`: a yearly wave around the figure, `amplitude` % above it in the peak month (1 = the first month).
 * `spike`: the figure in every month but one, which has `multiple` times as much. `steps`: the figure until the first step,
 * and from each one on its multiple of it.
 */
export const UsagePattern = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flat') }),
  z.strictObject({ kind: z.literal('growth'), percent: ChangeText }),
  z.strictObject({
    kind: z.literal('seasonal'),
    amplitude: PartText,
    peakMonth: z.int().min(1).max(12),
  }),
  z.strictObject({ kind: z.literal('spike'), month: z.int().min(1), multiple: CreditsText }),
  z.strictObject({
    kind: z.literal('steps'),
    steps: checked(listOf(UsageStep, { most: MOST_MONTHS, what: 'steps' }).min(1), outOfOrder),
  }),
])
export type UsagePattern = z.infer<typeof UsagePattern>

/** How busy a day is beside others: parts of any whole. */
const busy = z.int().min(0).max(MOST_BUSY)

/**
 * How a month's usage falls on its days (UTC): how busy Monday to Sunday are beside one another, of which only the
 * proportions count. Left out, or the same on all seven: evenly.
 */
export const WeekdayProfile = checked(
  z.strictObject({ mon: busy, tue: busy, wed: busy, thu: busy, fri: busy, sat: busy, sun: busy }),
  must((weekdays) => inWeekOrder(weekdays).some((day) => day > 0), 'At least one weekday must have usage.'),
)
export type WeekdayProfile = z.infer<typeof WeekdayProfile>

/**
 * Who used a product; each may be left out. The product decides what the use counts toward, also with an API key: what
 * a key generates belongs to a product of the API where the catalogue has one, and then to no Basic ceiling.
 */
const who = {
  member: Name.optional(),
  apiKey: Name.optional(),
  /** Left out: the workspace of the member, of the key, or the billing workspace. */
  workspace: Name.optional(),
}

/** Modelled usage of one product by one member or key: a monthly quantity in the product's unit, and its pattern. */
export const UsageStream = z.strictObject({
  id: Name,
  ...who,
  product: textOf(MOST_NAME),
  model: textOf(MOST_NAME),
  monthly: QuantityText,
  pattern: UsagePattern.default({ kind: 'flat' }),
  weekdays: WeekdayProfile.optional(),
})
export type UsageStream = z.infer<typeof UsageStream>

/**
 * Modelled usage: a monthly figure in credits and its pattern, the credits of each month written out, or streams
 * by member, key, product and model, which burn at the plan's rates. `weekdays` tell how each month falls on its days.
 */
export const ModelledUsage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pattern'),
    monthly: CreditsText,
    pattern: UsagePattern,
    weekdays: WeekdayProfile.optional(),
  }),
  z.strictObject({
    kind: z.literal('series'),
    credits: listOf(CreditsText, { most: MOST_MONTHS, what: 'months' }).min(1),
    weekdays: WeekdayProfile.optional(),
  }),
  z.strictObject({
    kind: z.literal('streams'),
    streams: listOf(UsageStream, { most: MOST_PEOPLE, what: 'streams' }),
  }),
])
export type ModelledUsage = z.infer<typeof ModelledUsage>

/**
 * One generation that happened. The id makes it count once: the same event twice is one event, two events of one
 * id are a contradiction. Served whole or not at all.
 */
export const UsageEvent = z.strictObject({
  id: Name,
  at: z.iso
    .datetime('Expected an instant such as "2026-03-01T09:30:00Z".')
    .max(MOST_INSTANT, tooLong(MOST_INSTANT)),
  ...who,
  product: textOf(MOST_NAME),
  model: textOf(MOST_NAME),
  quantity: QuantityText,
  /** The id of the generation whose unchanged content this one makes again. */
  regenerates: Name.optional(),
})
export type UsageEvent = z.infer<typeof UsageEvent>
