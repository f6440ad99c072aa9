import { attributedCosts } from '#main/engine/index.ts'
import type { CostDimension, CostShare } from '#shared/analysis.ts'
import { valueOf } from '../../engine/support/build.ts'
import { agree, type Expected, table } from './page-tables.ts'
import type { Looked, ShownAccount } from './shown-account.ts'
import { count, credits, day, exact, hovered, inMoney, isNothing, rounded, signOf } from './written.ts'

const DIMENSIONS = {
  company: ['Company', 'no company named'],
  apiKey: ['API key', 'no key named'],
  member: ['Member', 'no member named'],
  product: ['Product', 'no product named'],
  model: ['Model', 'no model named'],
  workspace: ['Workspace', 'no workspace named'],
  day: ['Day', 'no day: fees nobody used'],
  period: ['Billing period', 'no period: fees nobody used'],
} as const satisfies Readonly<Record<CostDimension, readonly [string, string]>>

/** By what costs are told apart, so that each is once alone or first and the pairs are of all kinds. */
const ASKED: readonly (readonly [CostDimension, CostDimension?])[] = [
  ['company'],
  ['apiKey', 'company'],
  ['product', 'model'],
  ['model'],
  ['workspace', 'member'],
  ['day'],
  ['period', 'apiKey'],
  ['member', 'product'],
]

function nameOf(share: CostShare, place: number, dimension: CostDimension, account: ShownAccount): string {
  const isOfNobody =
    share.values.every((value) => value === null) &&
    share.requests === 0 &&
    isNothing(share.credits) &&
    !isNothing(share.cost)
  if (isOfNobody) return 'fees nobody used'
  const value = share.values[place] ?? null
  if (value === null) return DIMENSIONS[dimension][1]
  if (dimension === 'day') return day(value)
  if (dimension === 'period') return `Period ${value}`
  if (dimension !== 'workspace') return value
  return account.run.result.workspaces.find(({ id }) => id === value)?.name ?? value
}

const costOf = ({ cost }: Pick<CostShare, 'cost'>): string => hovered(rounded(cost, 2), exact(cost, 2))

const micros = ({ cost }: CostShare): number => Math.round(Number(cost) * 1e6)

function figuresOf(share: Omit<CostShare, 'values'>): readonly string[] {
  return [count(share.requests), credits(share.credits), credits(share.overageCredits), costOf(share)]
}

/** Costs by everything that they are told apart by, the dearest first unless they have an order in time. */
export async function costsAgree({ page, account }: Looked): Promise<void> {
  const { catalog, scenario, run } = account
  const section = page.getByRole('region', { name: 'Costs', exact: true })
  const sign = signOf(catalog.currency)
  const invoiced = run.result.totals.total
  for (const [first, second] of ASKED) {
    const dimensions = second === undefined ? [first] : [first, second]
    await section.getByRole('combobox', { name: 'Costs by' }).selectOption(first)
    await section.getByRole('combobox', { name: 'And by' }).selectOption(second ?? '')
    const { shares, total } = valueOf(attributedCosts(catalog, scenario, dimensions))
    if (shares.length === 0) {
      await section.getByText('Nothing was used and nothing charged').waitFor()
      continue
    }
    const isInTime = first === 'day' || first === 'period'
    const rows = isInTime ? shares : shares.toSorted((one, other) => micros(other) - micros(one))
    const columns: readonly Expected<CostShare>[] = [
      ...dimensions.map((dimension, place): Expected<CostShare> => [
        DIMENSIONS[dimension][0],
        (share) => nameOf(share, place, dimension, account),
      ]),
      ['Share of the cost', () => ''],
      ['Requests', (share) => figuresOf(share)[0] ?? ''],
      ['Credits credits', (share) => figuresOf(share)[1] ?? ''],
      ['Overage credits', (share) => figuresOf(share)[2] ?? ''],
      [`Cost ${sign}`, (share) => figuresOf(share)[3] ?? ''],
      ['Why', () => ''],
    ]
    await agree(section, [
      table('Costs', columns, rows, [
        ['All together', `${inMoney(invoiced, catalog.currency)} invoiced`, ...figuresOf(total), ''],
      ]),
    ])
  }
}
