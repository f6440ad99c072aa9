import { type CSSProperties, type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { useOneStop } from './use-one-stop.ts'
import { ScrollRegion } from './ScrollRegion.tsx'
import { useWindow } from './use-window.ts'
import styles from './table.module.css'
import virtual from './virtual.module.css'

const HEAD_HEIGHT = 34

/**
 * A table of any number of rows, of which those in sight are drawn. All are equally high and columns keep their widths,
 * so that nothing moves while rows come in.
 */
export function VirtualTable({
  label,
  widths,
  least,
  head,
  foot,
  count,
  rowHeight = 28,
  looked = null,
  children,
}: {
  readonly label: string
  /** Of the columns in order, in pixels; null for what shares the rest. */
  readonly widths: readonly (number | null)[]
  /** What the whole table needs at least, in pixels: a narrower window scrolls to the rest. */
  readonly least: number
  /** The cells of the head. */
  readonly head: ReactNode
  /** A row of totals, which stays in sight. */
  readonly foot?: ReactNode
  readonly count: number
  readonly rowHeight?: number
  /** The row that somebody was led to, counted from 1: it is brought into sight and marked. */
  readonly looked?: number | null
  /** The rows from a place in the list, counted from 0, up to another. */
  readonly children: (first: number, end: number) => ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const { first, end, show } = useWindow(box, count, { row: rowHeight, head: HEAD_HEIGHT })
  const asOneStop = useOneStop(show)
  const bring = useEffectEvent(show)
  useEffect(() => {
    if (looked !== null) bring(looked - 1)
  }, [looked])
  const sizes: CSSProperties = { '--least': `${String(least)}px`, '--row': `${String(rowHeight)}px` }
  return (
    <div
      className={`${virtual.region ?? ''} ${foot === undefined ? '' : (virtual.footed ?? '')}`}
      style={sizes}
    >
      <ScrollRegion label={`${label} as a table`} box={box}>
        <div className={virtual.frame}>
          {looked === null ? null : (
            <div
              className={virtual.looked}
              style={{ top: HEAD_HEIGHT + (looked - 1) * rowHeight, height: rowHeight }}
              aria-hidden
            />
          )}
          <table
            ref={asOneStop}
            className={`${styles.table ?? ''} ${virtual.table ?? ''}`}
            aria-label={label}
            aria-rowcount={count + 1}
          >
            <colgroup>
              {widths.map((width, place) => (
                <col key={place} style={width === null ? undefined : { width }} />
              ))}
            </colgroup>
            <thead>
              <tr aria-rowindex={1}>{head}</tr>
            </thead>
            <tbody>
              <Spacer height={first * rowHeight} />
              {children(first, end)}
              <Spacer height={(count - end) * rowHeight} />
            </tbody>
            {foot === undefined ? null : <tfoot>{foot}</tfoot>}
          </table>
        </div>
      </ScrollRegion>
    </div>
  )
}

/** Stands for rows that are out of sight. */
const Spacer = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr aria-hidden className={virtual.spacer}>
      <td style={{ height }} />
    </tr>
  ) : null

/** The place of a row among all that a screen reader is told of; the head is the first. */
export const rowIndex = (place: number): number => place + 2

/** Stands for a row that is on its way. */
export const RowToCome = ({ place, columns }: { readonly place: number; readonly columns: number }) => (
  <tr aria-rowindex={rowIndex(place)} className={virtual.toCome}>
    <td colSpan={columns}>
      <span aria-hidden />
    </td>
  </tr>
)
