import { Button } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { type Block, placedRows } from './blocks.ts'
import { RowToCome, rowIndex } from './VirtualTable.tsx'
import virtual from './virtual.module.css'

/** What is there of a block of rows. */
export interface BlockTold<R> {
  readonly rows: readonly R[] | undefined
  /** Why they were refused, or could not be read this time; undefined where neither. */
  readonly refused: string | undefined
  readonly askAgain: () => void
}

/** The rows of a block that are in sight. What is to come has its place; what was refused says why, and is asked for again. */
export const BlockRows = <R,>({
  block,
  columns,
  told: { rows, refused, askAgain },
  children,
}: {
  readonly block: Block
  readonly columns: number
  readonly told: BlockTold<R>
  readonly children: (row: R, place: number) => ReactNode
}) =>
  placedRows(block, rows ?? []).map(({ place, row }) => {
    if (row !== undefined) return <Fragment key={place}>{children(row, place)}</Fragment>
    if (refused === undefined || place !== block.from)
      return <RowToCome key={place} place={place} columns={columns} />
    return (
      <tr key={place} aria-rowindex={rowIndex(place)} className={virtual.refused}>
        <td colSpan={columns}>
          <span role="alert">These rows cannot be shown. {refused}</span>
          <Button size="compact-xs" variant="default" onClick={askAgain}>
            Try again
          </Button>
        </td>
      </tr>
    )
  })
