import { periodCosts } from '#main/engine/index.ts'
import type { PeriodCost, PeriodCosts } from '#shared/period-costs.ts'
import { agree, type Expected, type PageTable, table } from './page-tables.ts'
import { asTable, choose, type Looked } from './shown-account.ts'
import { CAUSE, COST } from './words.ts'
import { credits, instant, isNothing, money, NOTHING, signOf, span } from './written.ts'

type Basis = 'attributable' | 'billed'

function costTable({ rows, kinds, by }: PeriodCosts, basis: Basis, sign: string): PageTable {
  const causes = [...new Set(rows.flatMap(({ blockedBecause }) => blockedBecause.map(({ cause }) => cause)))]
  const lost = [
    ['Expired credits', ({ expiredCredits }: PeriodCost) => expiredCredits],
    ['Forfeited credits', ({ forfeitedCredits }: PeriodCost) => forfeitedCredits],
  ] as const
  const columns: readonly Expected<PeriodCost>[] = [
    [by === 'period' ? 'Billing period' : 'Month', span],
    ...kinds.map((kind): Expected<PeriodCost> => [
      `${COST[kind]} ${sign}`,
      (row) => money(row[basis].kinds.find((known) => known.kind === kind)?.amount ?? '0'),
    ]),
    [`Total ${sign}`, (row) => money(row[basis].total)],
    [
      `So far ${sign}`,
      (row) => money(basis === 'billed' ? row.cumulativeBilled : row.cumulativeAttributable),
    ],
    [
      'Credits ran out',
      ({ ranOutAt, end }) =>
        ranOutAt !== null && Date.parse(ranOutAt) < Date.parse(end) ? instant(ranOutAt) : NOTHING,
    ],
    ...causes.map((cause): Expected<PeriodCost> => [
      `Blocked: ${CAUSE[cause]} credits`,
      ({ blockedBecause }) =>
        credits(blockedBecause.find((blocked) => blocked.cause === cause)?.credits ?? '0'),
    ]),
    ...lost.flatMap(([head, of]): readonly Expected<PeriodCost>[] =>
      rows.some((row) => !isNothing(of(row))) ? [[head, (row) => credits(of(row))]] : [],
    ),
    ['Why', () => ''],
  ]
  return table('Cost over time', columns, rows)
}

/** What every period and month costs, by the time it pays for and as it is billed. */
export async function timelineAgrees({ page, account }: Looked): Promise<void> {
  const { result, detail } = account.run
  const section = page.getByRole('region', { name: 'Cost over time', exact: true })
  await asTable(section)
  const sign = signOf(account.catalog.currency)
  for (const [choice, basis] of [
    ['Billed', 'billed'],
    ['What it pays for', 'attributable'],
  ] as const) {
    await choose(section, 'Money by', choice)
    for (const [told, by] of [
      ['Months', 'calendarMonth'],
      ['Periods', 'period'],
    ] as const) {
      await choose(section, 'Told by', told)
      await agree(section, [costTable(periodCosts(result, detail, by), basis, sign)])
    }
  }
}
