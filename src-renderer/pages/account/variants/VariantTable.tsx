import { IconChevronRight } from '@tabler/icons-react'
import { Fragment, useId, useLayoutEffect, useRef } from 'react'
import type { VariantCost } from '#shared/analysis.ts'
import type { Problem } from '#shared/problem.ts'
import type { WindowContent } from '#shared/window-document.ts'
import type { BilledVariant } from '#renderer/finding/variants-in-words.ts'
import { plural } from '#renderer/format/figures.ts'
import { baselineOf, variantsOf } from '#renderer/state/account-edits/variants.ts'
import type { Column } from '#renderer/tables/column.ts'
import { FigureCell, HeaderCells } from '#renderer/tables/DataTable.tsx'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import { OWN_STOPS } from '#renderer/tables/stops.ts'
import table from '#renderer/tables/table.module.css'
import type { Named } from './match-variants.ts'
import { makeBaseline } from './variant-edits.ts'
import { type OpenVariant, rowKey, rowKeys, rowsHeld, variantRows } from './variant-rows.ts'
import { VariantReasons } from './VariantReasons.tsx'
import { VariantForm } from './VariantForm.tsx'
import styles from './variants.module.css'

const NONE: readonly Problem[] = []

/** The variants by rank: which one the others are beside is chosen in its row, and each opens to be changed. */
export function VariantTable({
  costs,
  asked,
  columns,
  content,
  open,
  onOpen,
}: {
  readonly costs: readonly VariantCost[]
  /** The account as it is and the variants that the costs are of. */
  readonly asked: readonly Named[]
  readonly columns: readonly Column<BilledVariant>[]
  readonly content: WindowContent
  readonly open: OpenVariant | null
  readonly onOpen: (open: OpenVariant | null) => void
}) {
  const body = useRef<HTMLTableSectionElement>(null)
  const group = useId()
  const list = variantsOf(content)
  const baseline = baselineOf(content)
  const baselineVariant = (baseline === null ? undefined : list[baseline]) ?? { name: asked[0]?.name ?? '' }
  const ranked = variantRows(costs, asked, list)
  const rows = open === null ? ranked : rowsHeld(ranked, open.order)
  // Once its form is closed a row goes to its rank, and whoever closed it goes along.
  useLayoutEffect(() => {
    if (open === null) body.current?.querySelector('button:focus')?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <div className={styles.ranking}>
      <ScrollRegion label="Variants as a table">
        <table ref={oneStop} className={`${table.table ?? ''} ${table.many ?? ''} ${styles.table ?? ''}`}>
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
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row) => {
              const { cost, at } = row
              const place = at?.place ?? null
              const variant = at === null ? undefined : list[at.place]
              const isOpen = at !== null && open?.place === at.place && variant !== undefined
              return (
                <Fragment key={rowKey(row)}>
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
                        refusals={cost.kind === 'billed' ? cost.refusals : NONE}
                        onToggle={() =>
                          onOpen(
                            isOpen || place === null
                              ? null
                              : { place, order: rowKeys(rows), asksTerms: false },
                          )
                        }
                      />
                    </th>
                    {cost.kind === 'refused' ? (
                      <td colSpan={columns.length + 1} className={styles.why}>
                        {cost.problems.map(({ message }) => message).join(' ')}
                      </td>
                    ) : (
                      <>
                        {columns.map((column) => (
                          <FigureCell key={column.id} column={column} row={cost} />
                        ))}
                        <td>
                          <VariantReasons
                            variant={variant ?? { name: cost.name }}
                            baseline={place === baseline ? null : baselineVariant}
                          />
                        </td>
                      </>
                    )}
                  </tr>
                  {isOpen ? (
                    <tr className={styles.opened}>
                      <td colSpan={columns.length + 4} {...OWN_STOPS}>
                        <VariantForm
                          key={at.place}
                          at={{ name: variant.name, place: at.place }}
                          variant={variant}
                          account={content.scenario}
                          asksTerms={open.asksTerms}
                          onClose={() => onOpen(null)}
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
    </div>
  )
}

function Name({
  name,
  isOwn,
  isBaseline,
  isOpen,
  refusals,
  onToggle,
}: {
  readonly name: string
  readonly isOwn: boolean
  readonly isBaseline: boolean
  readonly isOpen: boolean
  /** Dated changes that could not be made. */
  readonly refusals: readonly Problem[]
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
      {refusals.length === 0 ? null : (
        <small className={styles.refusals} title={refusals.map(({ message }) => message).join(' ')}>
          {plural(refusals.length, 'change')} refused
        </small>
      )}
    </div>
  )
}
