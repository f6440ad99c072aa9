import type { CreditLayers, LayerMark, LayerPoint, LayerStep } from '#shared/credit-layers.ts'
import { creditLayerName } from '#renderer/finding/credit-layers.ts'
import { LOST_ABOUTS } from '#renderer/finding/lost-abouts.ts'
import { markInShort } from '#renderer/finding/layer-marks.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import { credits, isZero, wholeCredits } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn, moneyColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'

/** A point with what happens up to the next one; null at the end. */
export interface LayerRow {
  readonly point: LayerPoint
  readonly step: LayerStep | null
}

export const layerRows = ({ points, steps }: CreditLayers): readonly LayerRow[] =>
  points.map((point, index) => ({ point, step: steps[index] ?? null }))

const USES = [
  { id: 'pool', header: 'Used', of: (step: LayerStep) => step.poolCredits },
  { id: 'grace', header: 'Grace', of: (step: LayerStep) => step.graceCredits },
  { id: 'overage', header: 'Overage', of: (step: LayerStep) => step.overageCredits },
  { id: 'blocked', header: 'Blocked', of: (step: LayerStep) => step.blockedCredits },
] as const

/** The table of the burn-down: what is on hand at each point, and what is used from there to the next one. */
export function layerColumns(layers: CreditLayers, sign: string): readonly Column<LayerRow>[] {
  const used = USES.filter(({ id, of }) => id === 'pool' || layers.steps.some((step) => !isZero(of(step))))
  const hasMoney = layers.points.some(({ prepaidMoney }) => prepaidMoney !== null)
  return [
    { id: 'at', header: 'From', text: ({ point }) => instant(point.at) },
    ...layers.layers.map((layer) =>
      creditColumn({
        id: layer,
        header: creditLayerName(layer),
        figure: ({ point }: LayerRow) => point.withGrants[layer],
      }),
    ),
    creditColumn({
      id: 'total',
      header: 'On hand',
      about: 'All layers together, with what is granted at that moment, before anything is used.',
      figure: ({ point }) => point.withGrants.total,
    }),
    ...used.map(({ id, header, of }) =>
      creditColumn({
        id,
        header,
        ...(id === 'blocked' ? { about: LOST_ABOUTS.blocked } : {}),
        figure: ({ step }: LayerRow) => (step === null ? null : of(step)),
      }),
    ),
    ...(hasMoney
      ? [
          moneyColumn(sign, {
            id: 'money',
            header: 'Prepaid balance',
            figure: ({ point }: LayerRow) => point.prepaidMoney,
          }),
        ]
      : []),
  ]
}

/** The table of what happened when. */
export const markColumns = (plans: PlanNames): readonly Column<LayerMark>[] => [
  { id: 'at', header: 'When', text: ({ at }) => instant(at) },
  {
    id: 'what',
    header: 'What',
    text: (mark) => markInShort(mark, plans),
  },
  {
    id: 'credits',
    header: 'Credits',
    numeric: true,
    figure: (mark) => mark.credits,
    text: (mark) => (mark.credits === null ? NO_FIGURE : wholeCredits(mark.credits)),
    hint: ({ credits: exact }) => (exact === null ? undefined : credits(exact)),
  },
]
