import { creditLayers } from '#main/engine/index.ts'
import type { CreditLayers, LayerMark, LayerPoint, LayerStep } from '#shared/credit-layers.ts'
import { valueOf } from '../../engine/support/build.ts'
import { agree, type Expected, type PageTable, table } from './page-tables.ts'
import { asTable, choose, type Looked, planName, type ShownAccount } from './shown-account.ts'
import { LAYER, MARK } from './words.ts'
import { credits, instant, isNothing, money, signOf } from './written.ts'

interface Row {
  readonly point: LayerPoint
  readonly step: LayerStep | null
}

const USES = [
  ['Used credits', (step: LayerStep) => step.poolCredits],
  ['Grace credits', (step: LayerStep) => step.graceCredits],
  ['Overage credits', (step: LayerStep) => step.overageCredits],
  ['Blocked credits', (step: LayerStep) => step.blockedCredits],
] as const

function onHand({ layers, points, steps }: CreditLayers, sign: string): PageTable {
  const used = USES.filter(([, of], place) => place === 0 || steps.some((step) => !isNothing(of(step))))
  const columns: readonly Expected<Row>[] = [
    ['From', ({ point }) => instant(point.at)],
    ...layers.map((layer): Expected<Row> => [
      `${LAYER[layer]} credits`,
      ({ point }) => credits(point.withGrants[layer]),
    ]),
    ['On hand credits', ({ point }) => credits(point.withGrants.total)],
    ...used.map(([head, of]): Expected<Row> => [
      head,
      ({ step }) => credits(step === null ? null : of(step)),
    ]),
    ...(points.some(({ prepaidMoney }) => prepaidMoney !== null)
      ? [[`Prepaid balance ${sign}`, ({ point }: Row) => money(point.prepaidMoney)] as const]
      : []),
  ]
  return table(
    'Credits on hand',
    columns,
    points.map((point, place) => ({ point, step: steps[place] ?? null })),
  )
}

function happened({ marks }: CreditLayers, account: ShownAccount): PageTable {
  const what = ({ kind, name }: LayerMark): string => {
    if (name === null) return MARK[kind]
    return kind === 'planChange' ? `${MARK[kind]} to ${planName(account, name)}` : `${MARK[kind]} ${name}`
  }
  return table<LayerMark>(
    'What happened',
    [
      ['When', ({ at }) => instant(at)],
      ['What', what],
      ['Credits', (mark) => credits(mark.credits)],
      ['Why', () => ''],
    ],
    marks,
  )
}

/** Credits on hand by layer and what happened to them, by month, week and day. */
export async function layersAgree({ page, account }: Looked): Promise<void> {
  const { result, detail } = account.run
  const section = page.getByRole('region', { name: 'Credits on hand over time', exact: true })
  await asTable(section)
  const sign = signOf(account.catalog.currency)
  for (const [choice, resolution] of [
    ['Day', 'day'],
    ['Week', 'week'],
    ['Month', 'month'],
  ] as const) {
    await choose(section, 'How far apart points are', choice)
    const layers = valueOf(creditLayers(result, detail, { resolution }))
    await agree(section, [onHand(layers, sign), happened(layers, account)])
  }
}
