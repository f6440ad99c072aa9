import { useMemo, useState } from 'react'
import type { CostDimension } from '#shared/analysis.ts'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { costsBy, costsTitle, DIMENSION_CHOICES, isDimension } from '#renderer/finding/costs-in-words.ts'
import { currencySign, plural } from '#renderer/format/figures.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { useToShow } from '#renderer/state/to-show.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { Labelled } from '../Labelled.tsx'
import styles from '../result-table.module.css'
import type { OfResult } from '../of-result.ts'
import { Part } from '#renderer/pages/Part.tsx'
import { PartExports } from '../PartExports.tsx'
import { wholeTableOf } from '../whole-tables.ts'
import { costFigures, type CostSort, nameColumns, nextSort, sortedShares } from './cost-columns.ts'
import { CostTable } from './CostTable.tsx'

const NONE = ''
const DEAREST_FIRST: CostSort = { by: 'cost', down: true }
/** Days and periods have an order of their own, in which costs are read. */
const sortOf = (dimension: CostDimension): CostSort =>
  dimension === 'day' || dimension === 'period' ? { by: null, down: false } : DEAREST_FIRST

/** Which one or two dimensions costs are told apart by. */
function DimensionFields({
  dimensions,
  onChange,
}: {
  readonly dimensions: readonly CostDimension[]
  readonly onChange: (dimensions: readonly CostDimension[]) => void
}) {
  const [first = 'member', second] = dimensions
  return (
    <>
      <Labelled name="By">
        <CellSelect
          label="Costs by"
          value={first}
          choices={DIMENSION_CHOICES}
          onChange={(value) => {
            if (isDimension(value)) onChange([value, ...dimensions.slice(1).filter((one) => one !== value)])
          }}
        />
      </Labelled>
      <Labelled name="And by">
        <CellSelect
          label="And by"
          value={second ?? NONE}
          choices={[
            { value: NONE, label: 'Nothing else' },
            ...DIMENSION_CHOICES.filter(({ value }) => value !== first),
          ]}
          onChange={(value) => onChange(isDimension(value) ? [first, value] : [first])}
        />
      </Labelled>
    </>
  )
}

/** Who and what caused the costs. */
export function CostsView({ opened, account }: OfResult) {
  const [dimensions, setDimensions] = useState<readonly CostDimension[]>(['member'])
  const [sort, setSort] = useState(DEAREST_FIRST)
  useToShow((reference) => {
    if (reference.kind !== 'share') return false
    setDimensions(reference.dimensions)
    return true
  })
  const attributed = useAnswer('results.attribution', {
    id: opened.id,
    account,
    dimensions: [...dimensions],
  })
  const sign = currencySign(opened.currency)
  const figures = useMemo(() => costFigures(sign), [sign])
  // While costs by something else are worked out, those before stay, by what they were told apart by.
  const { value: costs, of } = attributed
  const rows = useMemo(
    () => (costs === undefined ? [] : sortedShares(costs.shares, figures, sort)),
    [costs, figures, sort],
  )
  // What was invoiced is of the newest result, and the costs may be of the one before.
  const isNow = costs !== undefined && of.id === opened.id
  const names = nameColumns(of.dimensions, opened)
  return (
    <section className={styles.whole} aria-label="Costs">
      <SectionHead
        title={isNow ? costsTitle(costs.shares, of.dimensions, opened) : 'Costs'}
        note={`${plural(rows.length, 'share')}: overage where it fell, fees by use`}
      >
        {rows.length === 0 ? null : (
          <>
            <CopyTable text={() => toTsv([...names, ...figures], rows)} />
            <PartExports
              part="costs"
              of={{ opened, account }}
              tables={[
                tableOf(costsBy(of.dimensions), () => ({ columns: [...names, ...figures], rows })),
                wholeTableOf({ opened, account }, 'Usage, row by row', { kind: 'usage', filter: {} }),
              ]}
            />
          </>
        )}
      </SectionHead>
      <div className={styles.tools}>
        <DimensionFields
          dimensions={dimensions}
          onChange={(next) => {
            setDimensions(next)
            setSort(sortOf(next[0] ?? 'member'))
          }}
        />
      </div>
      <Part name="The costs" of={attributed} isWhole>
        {(told) =>
          rows.length === 0 ? (
            <p className={styles.empty}>
              Nothing was used and nothing charged, so there is nothing to tell apart.
            </p>
          ) : (
            <CostTable
              shares={rows}
              dimensions={of.dimensions}
              total={told.total}
              invoiced={isNow ? opened.totals.total : told.total.cost}
              currency={opened.currency}
              names={names}
              figures={figures}
              sort={sort}
              onSort={(by) => setSort(nextSort(sort, by))}
            />
          )
        }
      </Part>
    </section>
  )
}
