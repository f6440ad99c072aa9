import * as z from './zod.ts'
import { Billing, SeatType } from './account.ts'
import { listOf, Name, textOf } from './bounded.ts'
import { MOST_ITEMS, MOST_NAME, MOST_PEOPLE, MOST_VARIANTS } from './bounds.ts'
import { checked, type Fault, must } from './checked.ts'
import { DateText, FactorText, microsOf, PartText } from './decimal.ts'
import { SomePolicies } from './policies.ts'
import { Prepaid } from './prepaid.ts'
import { CatalogRef, Scenario } from './scenario.ts'

/**
 * So much of the work that one model does in a product moves to another model, counted in the product's own unit:
 * `share` is a percentage of what streams and events of `from` use. One that names the same model twice leaves it as it is.
 */
export const ModelMove = z.strictObject({ product: Name, from: Name, to: Name, share: PartText })
export type ModelMove = z.infer<typeof ModelMove>

const WHOLE = microsOf('100')

/**
 * Moves between models. All are shares of the usage as it is without any of them, so that their order means nothing and
 * nothing moves twice; of one model of a product at most the whole can move.
 */
export const ModelMix = checked(
  listOf(ModelMove, { most: MOST_ITEMS, what: 'moves between models' }),
  function* (moves): Iterable<Fault> {
    const known = new Set<string>()
    const moved = new Map<string, bigint>()
    for (const [index, { product, from, to, share }] of moves.entries()) {
      const [source, move] = [JSON.stringify([product, from]), JSON.stringify([product, from, to])]
      const sum = (moved.get(source) ?? 0n) + microsOf(share)
      moved.set(source, sum)
      if (known.has(move)) yield { message: 'This move is in the list twice.', path: [index, 'to'] }
      known.add(move)
      if (sum > WHOLE) yield { message: `More than 100 % of ${from} would move.`, path: [index, 'share'] }
    }
  },
)
export type ModelMix = readonly ModelMove[]

const SeatOfMember = z.strictObject({ member: Name, seat: SeatType })

/** Each member once. */
const Seats = checked(
  listOf(SeatOfMember, { most: MOST_PEOPLE, what: 'seats' }),
  must(
    (seats) => new Set(seats.map(({ member }) => member)).size === seats.length,
    'Expected each member once.',
  ),
)

const changesOf = Scenario.shape.changes.unwrap()

/** What one variant of an account does differently; what is left out stays as in the scenario. */
export const Variant = z.strictObject({
  name: textOf(MOST_NAME),
  /** Another catalogue; the plan, the changes and the usage have to be in it. */
  catalog: CatalogRef.optional(),
  plan: textOf(MOST_NAME).optional(),
  billing: Billing.optional(),
  start: DateText.optional(),
  overage: Scenario.shape.overage.unwrap().optional(),
  offers: z.boolean().optional(),
  extraSeats: z.int().min(0).optional(),
  /** Takes the place of all agreed terms. */
  customTerms: Scenario.shape.customTerms.unwrap().optional(),
  /** Laid over those of the scenario. */
  policies: SomePolicies.optional(),
  /** Takes the place of all grants. */
  grants: Scenario.shape.grants.unwrap().optional(),
  prepaid: Prepaid.optional(),
  /** The seats that some members hold from the start, or from when they are invited. */
  seats: Seats.optional(),
  /** Takes the place of all changes. */
  changes: changesOf.optional(),
  /** Come on top of the changes, whether those are the scenario's or the variant's. */
  addedChanges: changesOf.optional(),
  /**
   * All usage of the account times this: the monthly figure of a pattern and of each stream, each month of a series, the
   * quantity of each event. Each product is rounded once, half-up, to the millionth of a credit or unit, so that whole
   * figures are never rounded at all; then patterns and burn rates apply to it.
   */
  usageFactor: FactorText.optional(),
  /**
   * Takes from what the factor made of the usage. A quantity is split into whole millionths of a unit that sum to it: each
   * part is rounded down, and what is left goes to the largest remainders. The parts of an event are requests of their
   * own, at the same instant, of which each is served or not.
   */
  modelMix: ModelMix.optional(),
})
export type Variant = z.infer<typeof Variant>

/**
 * The variants that are kept with a scenario, and the place of the one that the others are beside, from 0; null for the
 * account as it is, which stands for a place where there is none, too.
 */
export const ScenarioVariants = z.strictObject({
  list: listOf(Variant, { most: MOST_VARIANTS, what: 'variants' }),
  baseline: z
    .int()
    .min(0)
    .max(MOST_VARIANTS - 1)
    .nullable()
    .default(null),
})
export type ScenarioVariants = z.infer<typeof ScenarioVariants>

/** Which variants are asked about, and the one that the others are beside. */
export const VariantsInput = z.strictObject({
  scenario: Scenario,
  variants: listOf(Variant, { most: MOST_ITEMS, what: 'variants' }).min(1),
  /**
   * The one that the others are beside: its name, of which the first that bears it is meant, or its place from 0. Left
   * out, or where it cannot be billed: the first that can be.
   */
  baseline: z
    .union(
      [
        z
          .int()
          .min(0)
          .max(MOST_ITEMS - 1),
        textOf(MOST_NAME),
      ],
      {
        error: 'Expected the name of a variant, or its place, counted from 0.',
      },
    )
    .optional(),
})
