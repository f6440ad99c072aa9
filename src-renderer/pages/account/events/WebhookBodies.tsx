import type { WebhookEvent } from '#shared/webhook-event.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { BlockRows } from '#renderer/tables/BlockRows.tsx'
import { type Block, BLOCK_ROWS, blocksIn } from '#renderer/tables/blocks.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { rowIndex, VirtualTable } from '#renderer/tables/VirtualTable.tsx'
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
  const { value, refused, askAgain } = useAnswer('results.events', {
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
      {(row, place) => (
        <tr aria-rowindex={rowIndex(place)}>
          <td className={styles.body}>
            <pre>{bodyText(row)}</pre>
          </td>
          <td className={styles.copy}>
            <CopyTable text={() => bodyText(row)} />
          </td>
        </tr>
      )}
    </BlockRows>
  )
}
