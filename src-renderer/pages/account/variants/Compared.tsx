import { useMemo, useState } from 'react'
import type { ResultSummary } from '#shared/open-result.ts'
import type { WindowContent } from '#shared/window-document.ts'
import { inRank, rankTitle } from '#renderer/finding/variants-in-words.ts'
import { currencySign, plural } from '#renderer/format/figures.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { baselineOf, MOST_COMPARED, variantsOf } from '#renderer/state/account-edits/variants.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { Part } from '#renderer/pages/Part.tsx'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { PartExports } from '../PartExports.tsx'
import { AddVariant } from './AddVariant.tsx'
import { DifferenceSection } from './DifferenceSection.tsx'
import { copyColumns, variantColumns } from './variant-columns.ts'
import { type OpenVariant, rowKeys, rowsHeld, variantRows } from './variant-rows.ts'
import { VariantTable } from './VariantTable.tsx'

/** The account as it is and its variants by rank, and what makes them differ. */
export function Compared({
  opened,
  content,
}: {
  readonly opened: ResultSummary
  readonly content: WindowContent
}) {
  const list = variantsOf(content)
  const baseline = baselineOf(content)
  const { id, planName } = opened
  const compared = useAnswer('results.variants', {
    id,
    variants: [{ name: planName }, ...list],
    baseline: baseline === null ? 0 : baseline + 1,
  })
  const { value, of } = compared
  const costs = useMemo(() => value ?? [], [value])
  const columns = useMemo(() => variantColumns(currencySign(opened.currency)), [opened.currency])
  const billed = costs.filter((cost) => cost.kind === 'billed')
  const inOrder = () => inRank(billed).filter((cost) => cost.kind === 'billed')
  const [open, setOpen] = useState<OpenVariant | null>(null)
  const isFull = list.length >= MOST_COMPARED
  function askTerms(place: number): void {
    const ranked = variantRows(costs, of.variants, list)
    setOpen({ place, order: rowKeys(open ? rowsHeld(ranked, open.order) : ranked), asksTerms: true })
  }
  return (
    <>
      <section aria-label="Variants by rank">
        <SectionHead
          title={costs.length === 0 ? 'Variants' : rankTitle(costs)}
          note={
            list.length === 0
              ? 'Compare the account with another plan, other terms, more usage'
              : `Over ${plural(content.scenario.months, 'month')}, by what is blocked, then by cost${isFull ? `; ${String(MOST_COMPARED)} variants are the most` : ''}`
          }
        >
          {costs.length === 0 ? null : <CopyTable text={() => toTsv(copyColumns(columns), inOrder())} />}
          <AddVariant opened={opened} account={content.scenario} count={list.length} onAsksTerms={askTerms} />
          {costs.length === 0 ? null : (
            <PartExports
              part="variants"
              of={{ opened, account: null }}
              tables={[
                tableOf('Variants by rank', () => ({ columns: copyColumns(columns), rows: inOrder() })),
              ]}
            />
          )}
        </SectionHead>
        <Part name="The variants" of={compared}>
          {(told) => (
            <VariantTable
              costs={told}
              asked={of.variants}
              columns={columns}
              content={content}
              open={open}
              onOpen={setOpen}
            />
          )}
        </Part>
      </section>
      {billed.length > 1 ? (
        <DifferenceSection opened={opened} costs={costs} months={content.scenario.months} />
      ) : null}
    </>
  )
}
