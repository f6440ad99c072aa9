import { memo } from 'react'
import type { DocumentSummary } from '#shared/library.ts'
import { GlanceChart } from '#renderer/charts/GlanceChart.tsx'
import { useGlance } from '#renderer/state/glance.ts'
import { select, selectBeside, useLibrary } from '#renderer/state/library.ts'
import { visit } from '#renderer/state/library-actions.ts'
import { useDetails } from '#renderer/state/scenario-details.ts'
import { rowId } from './ids.ts'
import { Catalogue, CutName, NameField } from './ScenarioRow.tsx'
import { Tags } from './Tags.tsx'
import styles from './cards.module.css'

/** One scenario as a card: its question, what the engine finds, the shape of its months, its tags. */
export const ScenarioCard = memo(function ScenarioCard({
  row,
  selected,
  active,
  open,
  renaming,
}: {
  readonly row: DocumentSummary
  readonly selected: boolean
  readonly active: boolean
  readonly open: boolean
  readonly renaming: boolean
}) {
  const bin = useLibrary((library) => library.bin)
  const details = useDetails(row)
  const glance = useGlance(row, details)
  return (
    <div
      id={rowId(row.id)}
      role="gridcell"
      className={styles.card}
      aria-selected={selected}
      data-active={active}
      onClick={({ ctrlKey, metaKey }) => (ctrlKey || metaKey ? selectBeside : select)(row.id)}
      onDoubleClick={() => {
        if (!bin) void visit(row.id)
      }}
    >
      <div className={styles.head}>
        {renaming ? (
          <NameField row={row} />
        ) : (
          <strong className={styles.name} title={row.name}>
            <CutName name={row.name} />
          </strong>
        )}
        {open ? <span className={styles.open}>open</span> : null}
      </div>
      <p className={styles.question} title={details?.question}>
        {row.kind === 'scenario'
          ? details?.question || <Catalogue details={details} />
          : `Unknown kind: ${row.kind}`}
      </p>
      <p className={styles.finding} title={glance?.finding}>
        {glance?.finding}
      </p>
      <GlanceChart figures={glance?.months ?? NO_MONTHS} />
      <Tags tags={details?.tags ?? NO_TAGS} />
    </div>
  )
})

const NO_MONTHS: readonly string[] = []
const NO_TAGS: readonly string[] = []
