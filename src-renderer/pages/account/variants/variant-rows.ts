import type { VariantCost } from '#shared/analysis.ts'
import { inRank } from '#renderer/finding/variants-in-words.ts'
import type { VariantAt } from '#renderer/state/account-edits/variants.ts'
import { type Named, placesNow } from './match-variants.ts'

/** A row with the place it has among the variants; null for the account as it is. */
export interface VariantRow {
  readonly cost: VariantCost
  readonly at: VariantAt | null
}

/** The rows by rank, of those that are there still. The account as it is was asked about first. */
export function variantRows(
  costs: readonly VariantCost[],
  asked: readonly Named[],
  list: readonly Named[],
): readonly VariantRow[] {
  const [own] = costs
  const now = placesNow(asked.slice(1), list)
  const places = new Map(costs.slice(1).map((cost, place) => [cost, now[place]]))
  return inRank(costs).flatMap((cost): readonly VariantRow[] => {
    if (cost === own) return [{ cost, at: null }]
    const place = places.get(cost)
    return place === undefined ? [] : [{ cost, at: { name: list[place]?.name ?? cost.name, place } }]
  })
}

/** What tells a row from the others, whatever it is called or ranks. */
export const rowKey = ({ at }: VariantRow): string => (at === null ? 'as it is' : String(at.place))

export const rowKeys = (rows: readonly VariantRow[]): readonly string[] => rows.map(rowKey)

/** The rows as they stood when they had those keys, and any that came since behind them. */
export function rowsHeld(rows: readonly VariantRow[], keys: readonly string[]): readonly VariantRow[] {
  const known = keys.flatMap((key) => rows.filter((row) => rowKey(row) === key))
  return [...known, ...rows.filter((row) => !keys.includes(rowKey(row)))]
}

/** A variant whose form is open: until it is closed, no row moves under the hand that fills it in. */
export interface OpenVariant {
  readonly place: number
  /** The keys of the rows as they stood when it was opened. */
  readonly order: readonly string[]
  /** That there are terms to put in, and the first of them takes the focus. */
  readonly asksTerms: boolean
}
