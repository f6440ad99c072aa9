import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { CostDimension, CostShare } from '#shared/analysis.ts'
import type { AttributedCosts } from '#shared/open-result.ts'
import { figureOrder } from '#renderer/finding/figure-order.ts'
import { amount, exactAmount, money } from '#renderer/format/figures.ts'
import type { Column } from '#renderer/tables/column.ts'
import { FigureCell, Note } from '#renderer/tables/DataTable.tsx'
import tables from '#renderer/tables/table.module.css'
import { rowIndex, VirtualTable } from '#renderer/tables/VirtualTable.tsx'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import type { CostFigure, CostSort } from './cost-columns.ts'
import styles from './costs.module.css'
import { barLength } from './share-bar.ts'

const FIGURE_WIDTH = 98
const WHY_WIDTH = 36
const LEAST = 736

/** The longest bar is of the largest cost. */
const longestOf = (shares: readonly CostShare[]): string =>
  shares.reduce((longest, { cost }) => (figureOrder(longest, cost) < 0 ? cost : longest), '0')

function SortHeader({
  column,
  sort,
  onSort,
}: {
  readonly column: CostFigure
  readonly sort: CostSort
  readonly onSort: (by: string) => void
}) {
  const here = sort.by === column.id
  const Icon = sort.down ? IconChevronDown : IconChevronUp
  const button = (
    <button
      type="button"
      className={styles.sort}
      aria-description={column.about}
      onClick={() => onSort(column.id)}
    >
      {here ? <Icon size={12} aria-hidden /> : null}
      {column.header}
    </button>
  )
  return (
    <th
      scope="col"
      className={tables.numeric}
      aria-sort={here ? (sort.down ? 'descending' : 'ascending') : 'none'}
    >
      {column.about === undefined ? button : <Note about={column.about}>{button}</Note>}
      {column.unit === undefined ? null : <span className={tables.unit}> {column.unit}</span>}
    </th>
  )
}

/** Every share with a bar of its cost, and under them what all come to beside what was invoiced. */
export function CostTable({
  shares,
  dimensions,
  total,
  invoiced,
  currency,
  names,
  figures,
  sort,
  onSort,
}: {
  readonly shares: readonly CostShare[]
  /** What they are told apart by. */
  readonly dimensions: readonly CostDimension[]
  readonly total: AttributedCosts['total']
  readonly invoiced: string
  readonly currency: string
  readonly names: readonly Column<CostShare>[]
  readonly figures: readonly CostFigure[]
  readonly sort: CostSort
  readonly onSort: (by: string) => void
}) {
  const longest = longestOf(shares)
  return (
    <VirtualTable
      label="Costs"
      widths={[...names.map(() => null), 140, ...figures.map(() => FIGURE_WIDTH), WHY_WIDTH]}
      least={LEAST}
      count={shares.length}
      head={
        <>
          {names.map(({ id, header }) => (
            <th key={id} scope="col">
              {header}
            </th>
          ))}
          <th scope="col">Share of the cost</th>
          {figures.map((column) => (
            <SortHeader key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
          <th scope="col">
            <span className="visually-hidden">Why</span>
          </th>
        </>
      }
      foot={
        <tr>
          <th scope="row" colSpan={names.length}>
            All together
          </th>
          <td className={styles.invoiced}>{money(invoiced, currency)} invoiced</td>
          {figures.map((column) => (
            <td key={column.id} className={tables.numeric} title={column.hint?.({ ...total, values: [] })}>
              {column.text({ ...total, values: [] })}
            </td>
          ))}
          <td>
            <WhyButton of="all costs together" reference={{ kind: 'total' }} />
          </td>
        </tr>
      }
    >
      {(first, end) =>
        shares.slice(first, end).map((share, index) => (
          <tr key={JSON.stringify(share.values)} aria-rowindex={rowIndex(first + index)}>
            {names.map((column) => (
              <FigureCell key={column.id} column={column} row={share} />
            ))}
            <td>
              <span
                className={styles.bar}
                role="img"
                aria-label={`${amount(share.cost)} of ${exactAmount(invoiced)}`}
                style={{ '--length': barLength(share.cost, longest) }}
              />
            </td>
            {figures.map((column) => (
              <FigureCell key={column.id} column={column} row={share} />
            ))}
            <td>
              <WhyButton
                of={`the cost of ${names.map((column) => column.text(share)).join(', ')}`}
                reference={{ kind: 'share', dimensions: [...dimensions], values: share.values }}
              />
            </td>
          </tr>
        ))
      }
    </VirtualTable>
  )
}
