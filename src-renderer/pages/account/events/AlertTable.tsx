import { memo } from 'react'
import { useAnswer } from '#renderer/state/answers.ts'
import { alertKindName } from '#renderer/finding/alert-in-words.ts'
import { BlockRows } from '#renderer/tables/BlockRows.tsx'
import { type Block, BLOCK_ROWS, blocksIn } from '#renderer/tables/blocks.ts'
import { FigureCell, HeaderCells } from '#renderer/tables/DataTable.tsx'
import { rowIndex, VirtualTable } from '#renderer/tables/VirtualTable.tsx'
import styles from '../result-table.module.css'
import { WhyButton } from '#renderer/pages/why/WhyButton.tsx'
import { ALERT_CREDITS, ALERT_WHEN, type AlertRow, type AlertsAsked } from './alert-columns.ts'
import events from './events.module.css'
import { SeverityMark } from './SeverityMark.tsx'

const WIDTHS = [104, 142, null, 112, 112, 26]
const ROW_HEIGHT = 44
const HEADINGS = [
  { id: 'severity', header: 'Severity' },
  ALERT_WHEN,
  { id: 'what', header: 'What happens' },
  { id: 'who', header: 'Who' },
  ALERT_CREDITS,
]

/** The alerts in the order of time, asked for in blocks as they come into sight. */
export function AlertTable({
  asked,
  count,
  looked,
  onSubject,
}: {
  readonly asked: AlertsAsked
  readonly count: number
  /** The number of the one that somebody was led to. */
  readonly looked: number | null
  readonly onSubject: (subject: string) => void
}) {
  return (
    <VirtualTable
      label="Alerts"
      widths={WIDTHS}
      least={720}
      count={count}
      rowHeight={ROW_HEIGHT}
      looked={looked}
      head={
        <>
          <HeaderCells columns={HEADINGS} />
          <th scope="col">
            <span className="visually-hidden">Why</span>
          </th>
        </>
      }
    >
      {(from, to) =>
        blocksIn(from, to).map((block) => (
          <AlertBlock key={block.offset} asked={asked} block={block} onSubject={onSubject} />
        ))
      }
    </VirtualTable>
  )
}

function AlertBlock({
  asked,
  block,
  onSubject,
}: {
  readonly asked: AlertsAsked
  readonly block: Block
  readonly onSubject: (subject: string) => void
}) {
  const { value, refused, askAgain } = useAnswer('results.alerts', {
    ...asked,
    offset: block.offset,
    limit: BLOCK_ROWS,
  })
  return (
    <BlockRows
      block={block}
      columns={WIDTHS.length}
      told={{ rows: value?.rows, refused: refused[0]?.message, askAgain }}
    >
      {(row, place) => <AlertRowOf place={place} row={row} onSubject={onSubject} />}
    </BlockRows>
  )
}

/** Drawn once, and not again with each step of the scrolling. */
const AlertRowOf = memo(function AlertRowOf({
  place,
  row,
  onSubject,
}: {
  readonly place: number
  readonly row: AlertRow
  readonly onSubject: (subject: string) => void
}) {
  const { number, kind, severity, message, subject } = row
  const name = alertKindName(kind)
  return (
    <tr aria-rowindex={rowIndex(place)}>
      <td>
        <SeverityMark severity={severity} />
      </td>
      <FigureCell column={ALERT_WHEN} row={row} />
      <td className={events.what} title={message}>
        <span>{message}</span>
      </td>
      <td>
        {subject === null ? (
          <span className={styles.muted}>whole account</span>
        ) : (
          <button
            type="button"
            className={styles.link}
            title={`Show only ${subject}`}
            onClick={() => onSubject(subject)}
          >
            {subject}
          </button>
        )}
      </td>
      <FigureCell column={ALERT_CREDITS} row={row} />
      <td>
        <WhyButton of={`event ${String(number)}, ${name}`} reference={{ kind: 'alert', alert: number }} />
      </td>
    </tr>
  )
})
