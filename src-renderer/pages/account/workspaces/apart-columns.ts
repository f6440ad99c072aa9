import type { WorkspaceApart } from '#shared/linked-or-apart.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import { currencySign, plural } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'
import { creditColumn, moneyColumn } from '#renderer/tables/figure-columns.ts'

/** `Pro, monthly, 2 seats bought` */
export const billedOn = ({ apart }: WorkspaceApart, plan: PlanNames): string =>
  `${plan(apart.plan)}, ${apart.billing === 'annual' ? 'annually' : 'monthly'}${
    apart.extraSeats === 0 ? '' : `, ${plural(apart.extraSeats, 'seat')} bought`
  }`

/** Each workspace linked and by itself, as it is copied and saved. */
export function apartColumns(
  workspaces: ResultSummary['workspaces'],
  plan: PlanNames,
  currency: string,
): readonly Column<WorkspaceApart>[] {
  const sign = currencySign(currency)
  return [
    {
      id: 'workspace',
      header: 'Workspace',
      text: ({ workspace }) => workspaces.find(({ id }) => id === workspace)?.name ?? workspace,
    },
    { id: 'plan', header: 'Billed on', text: (row) => billedOn(row, plan) },
    moneyColumn(sign, { id: 'linked', header: 'Linked', figure: ({ linked }) => linked.total }),
    moneyColumn(sign, { id: 'apart', header: 'Apart', figure: ({ apart }) => apart.total }),
    moneyColumn(sign, { id: 'difference', header: 'Difference', figure: ({ difference }) => difference }),
    creditColumn({
      id: 'blocked',
      header: 'Blocked linked',
      figure: ({ linked }) => linked.blockedCredits,
    }),
    creditColumn({
      id: 'blockedApart',
      header: 'Blocked apart',
      figure: ({ apart }) => apart.blockedCredits,
    }),
  ]
}
