import { useMemo, useState } from 'react'
import type { VariantCost } from '#shared/analysis.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { creditAxis, moneyAxis } from '#renderer/charts/axis-words.ts'
import { DivergingBars, type DivergingPanel } from '#renderer/charts/DivergingBars.tsx'
import { spreadNote, spreadTitle, variantSentence } from '#renderer/finding/variant-differences-in-words.ts'
import { baselineAmong, lostTitle } from '#renderer/finding/variants-in-words.ts'
import { currencySign } from '#renderer/format/figures.ts'
import { exactSignedCredits, signedMoney } from '#renderer/format/signed.ts'
import { SectionHead, TableToggle } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { DataTable } from '#renderer/tables/DataTable.tsx'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import { PartExports } from '../PartExports.tsx'
import {
  comparedOf,
  differenceColumns,
  lostDifferences,
  lostRows,
  moneyDifferences,
  moneyRows,
} from './variant-differences.ts'
import styles from './variants.module.css'

const INK = 'var(--tw-accent)'

const LOST_WORDS = {
  key: 'Differences in lost credits',
  unit: 'Credits',
  exact: exactSignedCredits,
  tick: creditAxis,
}

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
  const baseline = baselineAmong(costs)
  const moneyColumns = differenceColumns(money, currencySign(currency), 'money')
  const lostColumns = differenceColumns(lost, 'credits', 'credits')
  const ofMoney = moneyRows(money, variants)
  const ofLost = lostRows(lost)
  const panels = useMemo(
    (): readonly DivergingPanel[] => [
      {
        ...money,
        words: {
          key: 'Differences in money',
          unit: currencySign(currency),
          exact: (amount) => signedMoney(amount, currency),
          tick: moneyAxis(currency),
        },
      },
      ...(lost.series.length === 0 ? [] : [{ ...lost, words: LOST_WORDS }]),
    ],
    [money, lost, currency],
  )
  if (baseline === undefined || variants.length === 0) return null
  const lines = variants.map((variant, place) => ({
    id: String(place),
    name: variant.name,
    sentence: variantSentence(variant),
  }))
  const lostFinding = lostTitle(variants, baseline)
  return (
    <section aria-label="Differences by kind">
      <SectionHead title={spreadTitle(variants, baseline)} note={spreadNote(variants, baseline, months)}>
        {table ? (
          <CopyTable text={() => `${toTsv(moneyColumns, ofMoney)}\n\n${toTsv(lostColumns, ofLost)}`} />
        ) : null}
        <PartExports
          part="differences"
          of={{ opened, account: null }}
          tables={[
            tableOf('Differences in money', () => ({ columns: moneyColumns, rows: ofMoney })),
            tableOf('Differences in lost credits', () => ({ columns: lostColumns, rows: ofLost })),
          ]}
          onTurn={() => setTable(!table)}
        />
        <TableToggle shown={table} onToggle={setTable} />
      </SectionHead>
      {lostFinding === null || table ? null : <h3 className={styles.second}>{lostFinding}</h3>}
      {table ? (
        <div>
          <ScrollRegion label="Differences in money as a table">
            <DataTable
              caption={`Differences from ${baseline.name} by kind of money`}
              columns={moneyColumns}
              rows={ofMoney}
              rowKey={({ id }) => id}
            />
          </ScrollRegion>
          {lostFinding === null ? null : (
            <>
              <h3 className={styles.second}>{lostFinding}</h3>
              <ScrollRegion label="Differences in lost credits as a table">
                <DataTable
                  caption={`Differences from ${baseline.name} by kind of lost credits`}
                  columns={lostColumns}
                  rows={ofLost}
                  rowKey={({ id }) => id}
                />
              </ScrollRegion>
            </>
          )}
        </div>
      ) : (
        <div data-chart>
          <DivergingBars lines={lines} panels={panels} ink={INK} />
        </div>
      )}
    </section>
  )
}
