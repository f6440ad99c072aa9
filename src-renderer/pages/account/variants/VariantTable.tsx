import { IconChevronRight } from '@tabler/icons-react'
import { Fragment, useId, useState } from 'react'
import type { VariantCost } from '#shared/analysis.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { type BilledVariant, inRank } from '#renderer/finding/variants-in-words.ts'
import { baselineOf, type VariantAt, variantsOf } from '#renderer/state/account-edits/variants.ts'
import type { Column } from '#renderer/tables/column.ts'
import { FigureCell, HeaderCells } from '#renderer/tables/DataTable.tsx'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import table from '#renderer/tables/table.module.css'
import { type Named, placesNow } from './match-variants.ts'
import { makeBaseline } from './variant-edits.ts'
import { VariantForm } from './VariantForm.tsx'
import styles from './variants.module.css'

/** A row with the place it has among the variants; null for the account as it is. */
interface Row {
  readonly cost: VariantCost
  readonly at: VariantAt | null
}

/** The rows by rank, of those that are there still. The account as it is was asked about first. */
function rowsOf(
  costs: readonly VariantCost[],
  asked: readonly Named[],
  list: readonly Named[],
): readonly Row[] {
  const [own] = costs
  const now = placesNow(asked.slice(1), list)
  const places = new Map(costs.slice(1).map((cost, place) => [cost, now[place]]))
  return inRank(costs).flatMap((cost): readonly Row[] => {
    if (cost === own) return [{ cost, at: null }]
    const place = places.get(cost)
    return place === undefined ? [] : [{ cost, at: { name: list[place]?.name ?? cost.name, place } }]
  })
}

/** The variants by rank: which one the others are beside is chosen in its row, and each opens to be changed. */
export function VariantTable({
  costs,
  asked,
  columns,
  content,
}: {
  readonly costs: readonly VariantCost[]
  /** The account as it is and the variants that the costs are of. */
  readonly asked: readonly Named[]
  readonly columns: readonly Column<BilledVariant>[]
  readonly content: WindowContent
}) {
  const [open, setOpen] = useState<number | null>(null)
  const group = useId()
  const list = variantsOf(content)
  const baseline = baselineOf(content)
  return (
    <ScrollRegion label="Variants as a table">
      <table className={`${table.table ?? ''} ${table.many ?? ''} ${styles.table ?? ''}`}>
        <caption className="visually-hidden">Variants by rank</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Rank</span>
            </th>
            <th scope="col">
              <span className="visually-hidden">Baseline</span>
            </th>
            <th scope="col">Variant</th>
            <HeaderCells columns={columns} />
          </tr>
        </thead>
        <tbody>
          {rowsOf(costs, asked, list).map(({ cost, at }) => {
            const place = at?.place ?? null
            const variant = at === null ? undefined : list[at.place]
            const isOpen = at !== null && open === at.place && variant !== undefined
            return (
              <Fragment key={at === null ? 'as it is' : `${String(at.place)}`}>
                <tr data-baseline={place === baseline}>
                  <td className={styles.rank}>{cost.kind === 'billed' ? cost.rank : null}</td>
                  <td className={styles.base}>
                    <input
                      type="radio"
                      name={group}
                      aria-label={`Compare the others with ${cost.name}`}
                      checked={place === baseline}
                      onChange={() => makeBaseline(at, cost.name)}
                    />
                  </td>
                  <th scope="row">
                    <Name
                      name={variant?.name ?? cost.name}
                      isOwn={at === null}
                      isBaseline={place === baseline && list.length > 0}
                      isOpen={isOpen}
                      onToggle={() => setOpen(isOpen ? null : place)}
                    />
                  </th>
                  {cost.kind === 'refused' ? (
                    <td colSpan={columns.length} className={styles.why}>
                      {cost.problems.map(({ message }) => message).join(' ')}
                    </td>
                  ) : (
                    columns.map((column) => <FigureCell key={column.id} column={column} row={cost} />)
                  )}
                </tr>
                {isOpen ? (
                  <tr className={styles.opened}>
                    <td colSpan={columns.length + 3}>
                      <VariantForm
                        key={at.place}
                        at={{ name: variant.name, place: at.place }}
                        variant={variant}
                        account={content.scenario}
                        onGone={() => setOpen(null)}
                      />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Name({
  name,
  isOwn,
  isBaseline,
  isOpen,
  onToggle,
}: {
  readonly name: string
  readonly isOwn: boolean
  readonly isBaseline: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
}) {
  return (
    <div className={styles.name}>
      {isOwn ? (
        <span className={styles.own} title={name}>
          {name}
        </span>
      ) : (
        <button type="button" aria-expanded={isOpen} title={name} onClick={onToggle}>
          <IconChevronRight size={12} aria-hidden />
          <span>{name}</span>
        </button>
      )}
      {isOwn ? <small>as it is</small> : null}
      {isBaseline ? <span className={styles.mark}>baseline</span> : null}
    </div>
  )
}
