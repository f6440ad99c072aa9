import type { CostKind, LostKind, VariantCost } from '#shared/analysis.ts'
import { type DivergingRow } from '#renderer/charts/diverging-plot.ts'
import { distinctFills, type Kind } from '#renderer/charts/distinct-fills.ts'
import type { KeySeries } from '#renderer/charts/key-series.ts'
import { COST_KINDS } from '#renderer/finding/cost-kinds.ts'
import { LOST_ORDER, lostKindName } from '#renderer/finding/lost-kinds.ts'
import { type BilledVariant, inRank } from '#renderer/finding/variants-in-words.ts'
import { exactSignedCredits, signedAmount, signedCredits } from '#renderer/format/signed.ts'
import { type Column } from '#renderer/tables/column.ts'
import { NO_FIGURE } from '#renderer/tables/figure-columns.ts'

/** What makes variants differ from the baseline: by kind of money, or by kind of lost credits. */
export interface Differences {
  readonly rows: readonly DivergingRow[]
  readonly series: readonly KeySeries[]
}

/** The variants that there is a difference of, by rank. */
export const comparedOf = (costs: readonly VariantCost[]): readonly BilledVariant[] =>
  inRank(costs).flatMap((cost) => (cost.kind === 'billed' && !cost.isBaseline ? [cost] : []))

const COST_FILLS: Partial<Record<CostKind, Kind['wanted']>> = {
  subscription: 'solid',
  overage: 'hatch',
  seats: 'tint',
  tax: 'lost',
  discount: 'lostHatch',
}

const lostFill = (kind: LostKind): Kind['wanted'] => {
  if (kind === 'expired') return 'lost'
  return kind === 'forfeited' ? 'lostHatch' : 'blocked'
}

const isCostKind = (kind: string): kind is CostKind => Object.hasOwn(COST_KINDS, kind)

const kindsIn = <K extends string>(rows: readonly DivergingRow[], order: readonly K[]): readonly K[] => {
  const present = new Set(rows.flatMap(({ parts }) => parts.map(({ kind }) => kind)))
  return order.filter((kind) => present.has(kind))
}

/** The parts of each bar stand in the order of the key, so that the same kind is in the same place of every bar. */
function inOrder(rows: readonly DivergingRow[], kinds: readonly string[]): readonly DivergingRow[] {
  return rows.map((row) => ({
    ...row,
    parts: kinds.flatMap((kind) => row.parts.filter((part) => part.kind === kind)),
  }))
}

export function moneyDifferences(variants: readonly BilledVariant[]): Differences {
  const rows = variants.map(({ name, differences }, place) => ({
    id: String(place),
    name,
    parts: differences.money,
  }))
  const kinds = kindsIn(rows, Object.keys(COST_KINDS).filter(isCostKind))
  return {
    rows: inOrder(rows, kinds),
    series: distinctFills(
      kinds.map((id) => ({ id, label: COST_KINDS[id], wanted: COST_FILLS[id] ?? 'tint' })),
    ),
  }
}

export function lostDifferences(variants: readonly BilledVariant[]): Differences {
  const rows = variants.map(({ name, differences }, place) => ({
    id: String(place),
    name,
    parts: differences.lost.map(({ kind, credits }) => ({ kind, amount: credits })),
  }))
  const kinds = kindsIn(rows, LOST_ORDER)
  return {
    rows: inOrder(rows, kinds),
    series: distinctFills(kinds.map((id) => ({ id, label: lostKindName(id), wanted: lostFill(id) }))),
  }
}

/** One variant, and what it has more or less of each kind. */
export interface DifferenceRow extends DivergingRow {
  /** Of everything; null where kinds do not sum. */
  readonly total: string | null
}

/** The same as rows of a table, one a variant, with what its kinds of money come to. */
export const moneyRows = (
  { rows }: Differences,
  variants: readonly BilledVariant[],
): readonly DifferenceRow[] =>
  rows.map((row, place) => ({ ...row, total: variants[place]?.difference ?? null }))

export const lostRows = ({ rows }: Differences): readonly DifferenceRow[] =>
  rows.map((row) => ({ ...row, total: null }))

export function differenceColumns(
  { series }: Differences,
  unit: string,
  what: 'money' | 'credits',
): readonly Column<DifferenceRow>[] {
  const print = what === 'money' ? signedAmount : signedCredits
  const figureColumn = (
    id: string,
    header: string,
    figure: (row: DifferenceRow) => string | null,
  ): Column<DifferenceRow> => ({
    id,
    header,
    unit,
    numeric: true,
    figure,
    text: (row) => {
      const amount = figure(row)
      return amount === null ? NO_FIGURE : print(amount)
    },
    hint: (row) => {
      const amount = figure(row)
      return amount === null || what === 'money' ? undefined : exactSignedCredits(amount)
    },
  })
  return [
    { id: 'variant', header: 'Variant', text: ({ name }) => name },
    ...series.map(({ id, label }) =>
      figureColumn(id, label, ({ parts }) => parts.find(({ kind }) => kind === id)?.amount ?? null),
    ),
    ...(what === 'money' ? [figureColumn('total', 'In all', ({ total }) => total)] : []),
  ]
}
