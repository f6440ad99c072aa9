import { kindWords } from '#main/engine/index.ts'
import type { LostKind, VariantCost } from '#shared/analysis.ts'
import { type Cell, count, credits, money, text } from './cells.ts'
import { type PlannedSheet, type SheetColumn, tableSheet } from './sheet.ts'

type Billed = Extract<VariantCost, { kind: 'billed' }>

const LOST: Readonly<Record<LostKind, string>> = {
  poolEmpty: 'Blocked: no credits left',
  notEnoughLeft: 'Blocked: too few credits left',
  spendLimit: 'Blocked: the limit on overage',
  ceiling: 'Blocked: the Basic ceiling',
  groupLimit: 'Blocked: the limit of a group',
  keyLimit: 'Blocked: the limit of a key',
  workspaceLimit: 'Blocked: the limit of a workspace',
  locked: 'Blocked: a locked member',
  noSeat: 'Blocked: no seat',
  noFeature: 'Blocked: not in the plan',
  walletEmpty: 'Blocked: no prepaid balance left',
  workspaceRemoved: 'Blocked: a removed workspace',
  requestTooLarge: 'Blocked: a request too large',
  expired: 'Expired',
  forfeited: 'Forfeited',
}

const billedCell =
  (cell: (variant: Billed) => Cell) =>
  (variant: VariantCost): Cell =>
    variant.kind === 'billed' ? cell(variant) : null

/** The account as it is and its variants, each beside the baseline; one that cannot be billed says why. */
export function variantsSheet(costs: readonly VariantCost[], currency: string): PlannedSheet {
  const amount = (header: string, figure: (variant: Billed) => string): SheetColumn<VariantCost> => ({
    header: `${header} (${currency})`,
    width: 16,
    cell: billedCell((variant) => money(figure(variant), currency)),
  })
  const lost = (header: string, figure: (variant: Billed) => string): SheetColumn<VariantCost> => ({
    header: `${header} (credits)`,
    width: 16,
    cell: billedCell((variant) => credits(figure(variant))),
  })
  return tableSheet(
    'Variants',
    [
      { header: 'Variant', width: 36, cell: ({ name }) => text(name) },
      {
        header: 'Baseline',
        width: 10,
        cell: billedCell(({ isBaseline }) => (isBaseline ? text('yes') : null)),
      },
      { header: 'Rank', width: 8, cell: billedCell(({ rank }) => count(rank)) },
      { header: 'Plan', width: 16, cell: billedCell(({ plan }) => text(plan)) },
      { header: 'Catalogue', width: 22, cell: billedCell(({ catalog }) => text(catalog)) },
      amount('Total', ({ cost }) => cost.total),
      amount('A month', ({ monthly }) => monthly),
      amount('Difference in all', ({ difference }) => difference),
      amount('Difference a month', ({ differences }) => differences.monthly),
      lost('Blocked', ({ cost }) => cost.blockedCredits),
      lost('Expired', ({ cost }) => cost.expiredCredits),
      lost('Forfeited', ({ cost }) => cost.forfeitedCredits),
      {
        header: 'Not billed because',
        width: 40,
        cell: (variant) =>
          variant.kind === 'refused' ? text(variant.problems.map(({ message }) => message).join(' ')) : null,
      },
    ],
    costs,
  )
}

interface Difference {
  readonly variant: string
  readonly of: string
  readonly kind: string
  readonly unit: string
  readonly cell: Cell
}

/** What makes each variant dearer or cheaper than the baseline, and which credits are lost with it and not without. */
export function differencesSheet(costs: readonly VariantCost[], currency: string): PlannedSheet {
  const rows = costs.flatMap((variant): readonly Difference[] => {
    if (variant.kind === 'refused') return []
    const { name, differences } = variant
    return [
      ...differences.money.map(({ kind, amount }) => ({
        variant: name,
        of: 'Money',
        kind: kindWords(kind),
        unit: currency,
        cell: money(amount, currency),
      })),
      ...differences.lost.map(({ kind, credits: lost }) => ({
        variant: name,
        of: 'Lost credits',
        kind: LOST[kind],
        unit: 'credits',
        cell: credits(lost),
      })),
    ]
  })
  return tableSheet(
    'Differences by kind',
    [
      { header: 'Variant', width: 36, cell: ({ variant }) => text(variant) },
      { header: 'Of', width: 14, cell: ({ of }) => text(of) },
      { header: 'Kind', width: 36, cell: ({ kind }) => text(kind) },
      { header: 'More than the baseline', width: 20, cell: ({ cell }) => cell },
      { header: 'Unit', width: 10, cell: ({ unit }) => text(unit) },
    ],
    rows,
  )
}
