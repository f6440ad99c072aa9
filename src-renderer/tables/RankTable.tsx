import { IconBan } from '@tabler/icons-react'
import { memo } from 'react'
import type { PlanCost } from '#shared/comparison.ts'
import { Swatch } from '#renderer/charts/Swatch.tsx'
import { FigureCell, HeaderCells } from './DataTable.tsx'
import { figureRoom, PLACE_SHARE, PLAN_SHARE, SHARES } from './figure-room.ts'
import { oneStop } from './one-stop.ts'
import { ScrollRegion } from './ScrollRegion.tsx'
import type { Column } from './column.ts'
import styles from './table.module.css'
import rank from './rank.module.css'

export interface RankedPlan {
  readonly place: number
  readonly cost: PlanCost
  readonly ink: string
  readonly cheapest: boolean
  readonly focused: boolean
  /** Why it cannot hold the account, in a few words; null where it can or nobody knows. */
  readonly lack: string | null
}

const shareOf = (share: number | undefined) =>
  share === undefined ? undefined : { width: `${String(share)}%` }

/** The plans by rank. The name is the button that shows a plan month by month; its whole row may be clicked. */
export const RankTable = memo(function RankTable({
  plans,
  columns,
  onFocus,
}: {
  readonly plans: readonly RankedPlan[]
  readonly columns: readonly Column<PlanCost>[]
  readonly onFocus: (plan: string) => void
}) {
  const { size, ems } = figureRoom(
    plans.map(({ cost }) => cost),
    columns,
  )
  return (
    <ScrollRegion label="The ranking as a table">
      <div className={rank.frame} data-figures={size} style={{ '--ems': ems }}>
        <table ref={oneStop} className={`${styles.table ?? ''} ${rank.table ?? ''}`}>
          <caption className="visually-hidden">Plans by rank</caption>
          <colgroup>
            <col style={shareOf(PLACE_SHARE)} />
            <col style={shareOf(PLAN_SHARE)} />
            {columns.map(({ id }) => (
              <col key={id} style={shareOf(SHARES[id])} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Rank</span>
              </th>
              <th scope="col">Plan</th>
              <HeaderCells columns={columns} />
            </tr>
          </thead>
          <tbody>
            {plans.map(({ place, cost, ink, cheapest, focused, lack }) => (
              <tr
                key={cost.plan}
                className={focused ? rank.focused : undefined}
                onClick={() => onFocus(cost.plan)}
              >
                <td className={rank.place}>{place}</td>
                <th scope="row">
                  <div className={rank.plan}>
                    <Swatch ink={ink} />
                    <button
                      type="button"
                      aria-pressed={focused}
                      onClick={(event) => {
                        event.stopPropagation()
                        onFocus(cost.plan)
                      }}
                    >
                      {cost.name}
                    </button>
                    {cheapest ? <span className={rank.cheapest}>cheapest</span> : null}
                  </div>
                  {lack === null ? null : (
                    <div className={rank.lack} title={`Cannot hold this account: ${lack}`}>
                      <IconBan size={11} aria-label="Cannot hold this account:" />
                      <span>{lack}</span>
                    </div>
                  )}
                </th>
                {columns.map((column) => (
                  <FigureCell
                    key={column.id}
                    column={column}
                    row={cost}
                    className={rank[column.text(cost)]}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ScrollRegion>
  )
})
