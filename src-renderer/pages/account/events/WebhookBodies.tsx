import type { WebhookEvent } from '#shared/webhook-event.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { type Block, BLOCK_ROWS, blocksIn, placedRows } from '#renderer/tables/blocks.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { RowToCome, rowIndex, VirtualTable } from '#renderer/tables/VirtualTable.tsx'
import type { AlertsAsked } from './alert-columns.ts'
import styles from './events.module.css'

/** Every body has the same number of lines, so that all rows are equally high. */
const ROW_HEIGHT = 236
const WIDTHS = [null, 88]

export const bodyText = (event: WebhookEvent): string => JSON.stringify(event, null, 2)

/** The same alerts as a webhook would carry them. */
export const WebhookBodies = ({ asked, count }: { readonly asked: AlertsAsked; readonly count: number }) => (
  <VirtualTable
    label="Webhook bodies"
    widths={WIDTHS}
    least={520}
    count={count}
    rowHeight={ROW_HEIGHT}
    head={
      <>
        <th scope="col">Body</th>
        <th scope="col">
          <span className="visually-hidden">Copy</span>
        </th>
      </>
    }
  >
    {(from, to) =>
      blocksIn(from, to).map((block) => <BodyBlock key={block.offset} asked={asked} block={block} />)
    }
  </VirtualTable>
)

function BodyBlock({ asked, block }: { readonly asked: AlertsAsked; readonly block: Block }) {
  const { value } = useAnswer('results.events', { ...asked, offset: block.offset, limit: BLOCK_ROWS })
  return placedRows(block, value?.rows ?? []).map(({ place, row }) =>
    row === undefined ? (
      <RowToCome key={place} place={place} columns={WIDTHS.length} />
    ) : (
      <tr key={place} aria-rowindex={rowIndex(place)}>
        <td className={styles.body}>
          <pre>{bodyText(row)}</pre>
        </td>
        <td className={styles.copy}>
          <CopyTable text={() => bodyText(row)} />
        </td>
      </tr>
    ),
  )
}
