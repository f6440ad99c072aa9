import { useMemo, useState } from 'react'
import type { VariantCost } from '#shared/analysis.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { DivergingBars } from '#renderer/charts/DivergingBars.tsx'
import {
  baselineAmong,
  besideBaseline,
  differenceReasons,
  differenceTitle,
  lostTitle,
} from '#renderer/finding/variants-in-words.ts'
import { compactCredits, currencySign, shortMoney } from '#renderer/format/figures.ts'
import { signedCredits, signedMoney } from '#renderer/format/signed.ts'
import { SectionHead, TableToggle } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { DataTable } from '#renderer/tables/DataTable.tsx'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import { PartExports } from '../PartExports.tsx'
import {
  comparedOf,
  kindColumns,
  kindRows,
  lostDifferences,
  moneyDifferences,
  totalRow,
} from './variant-differences.ts'
import styles from './variants.module.css'

const INK = 'var(--tw-accent)'

/** What makes each variant dearer or cheaper than the baseline, and which credits are lost with it and not without. */
export function DifferenceSection({
  opened,
  costs,
  months,
}: {
  readonly opened: ResultSummary
  readonly costs: readonly VariantCost[]
  readonly months: number
}) {
  const { currency } = opened
  const [table, setTable] = useState(false)
  const variants = useMemo(() => comparedOf(costs), [costs])
  const money = useMemo(() => moneyDifferences(variants), [variants])
  const lost = useMemo(() => lostDifferences(variants), [variants])
  const moneyColumns = kindColumns(variants, currencySign(currency), 'money')
  const lostColumns = kindColumns(variants, 'credits', 'credits')
  const moneyRows = [...kindRows(money), totalRow(variants)]
  const lostRows = kindRows(lost)
  const [variant, baseline] = [besideBaseline(costs), baselineAmong(costs)]
  if (variant === undefined || baseline === undefined) return null
  const lostFinding = lostTitle(variants, baseline)
  return (
    <section aria-label="Differences by kind">
      <SectionHead title={differenceTitle(variant, baseline)} note={differenceReasons(variant, months)}>
        {table ? (
          <CopyTable text={() => `${toTsv(moneyColumns, moneyRows)}\n\n${toTsv(lostColumns, lostRows)}`} />
        ) : null}
        <PartExports
          part="differences"
          of={{ opened, account: null }}
          tables={[
            tableOf('Differences in money', () => ({ columns: moneyColumns, rows: moneyRows })),
            tableOf('Differences in lost credits', () => ({ columns: lostColumns, rows: lostRows })),
          ]}
          onTurn={() => setTable(!table)}
        />
        <TableToggle shown={table} onToggle={setTable} />
      </SectionHead>
      <div data-chart={table ? undefined : true}>
        {table ? (
          <ScrollRegion label="Differences in money as a table">
            <DataTable
              caption={`Differences from ${baseline.name} by kind of money`}
              columns={moneyColumns}
              rows={moneyRows}
              rowKey={({ id }) => id}
            />
          </ScrollRegion>
        ) : (
          <DivergingBars
            {...money}
            ink={INK}
            words={{
              key: 'Differences in money',
              unit: currencySign(currency),
              exact: (amount) => signedMoney(amount, currency),
              tick: (figure) => shortMoney(figure, currency),
            }}
            netOf={(id) => {
              const found = variants.find((_variant, place) => String(place) === id)
              return found === undefined ? null : signedMoney(found.difference, currency)
            }}
          />
        )}
        {lostFinding === null ? null : (
          <>
            <h3 className={styles.second}>{lostFinding}</h3>
            {table ? (
              <ScrollRegion label="Differences in lost credits as a table">
                <DataTable
                  caption={`Differences from ${baseline.name} by kind of lost credits`}
                  columns={lostColumns}
                  rows={lostRows}
                  rowKey={({ id }) => id}
                />
              </ScrollRegion>
            ) : (
              <DivergingBars
                {...lost}
                ink={INK}
                words={{
                  key: 'Differences in lost credits',
                  unit: 'Credits',
                  exact: signedCredits,
                  tick: compactCredits,
                }}
                netOf={() => null}
              />
            )}
          </>
        )}
      </div>
    </section>
  )
}
