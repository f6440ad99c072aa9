import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { laterBy } from '#renderer/format/days.ts'
import { day } from '#renderer/format/figures.ts'
import { pageFrom, type RunTime, type Span, type Zoom } from './axis-span.ts'
import styles from './axis.module.css'

const ZOOMS: Readonly<Record<Zoom, string>> = { all: 'All', year: 'Year', quarter: 'Quarter' }

/** How much of the run is seen, and which part of it. */
export function AxisZoom({
  run,
  zooms,
  zoom,
  page,
  span,
  onZoom,
  onPage,
}: {
  readonly run: RunTime
  readonly zooms: readonly Zoom[]
  readonly zoom: Zoom
  readonly page: number
  readonly span: Span
  readonly onZoom: (zoom: Zoom) => void
  readonly onPage: (page: number) => void
}) {
  return (
    <div className={styles.zoom}>
      <span className={styles.span}>
        {day(span.start)} – {day(laterBy(span.end, -1))}
      </span>
      {zoom === 'all' ? null : (
        <>
          <Step label="Earlier" to={pageFrom(run, zoom, page, -1)} onPage={onPage}>
            <IconChevronLeft size={14} />
          </Step>
          <Step label="Later" to={pageFrom(run, zoom, page, 1)} onPage={onPage}>
            <IconChevronRight size={14} />
          </Step>
        </>
      )}
      <SegmentedControl
        aria-label="Time shown"
        fullWidth={false}
        data={zooms.map((value) => ({ value, label: ZOOMS[value] }))}
        value={zoom}
        onChange={(value) => onZoom(zooms.find((known) => known === value) ?? 'all')}
      />
    </div>
  )
}

/** Keeps the focus at the end of the run, where it can do nothing. */
function Step({
  label,
  to,
  onPage,
  children,
}: {
  readonly label: string
  readonly to: number | null
  readonly onPage: (page: number) => void
  readonly children: ReactNode
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={24}
      aria-label={label}
      aria-disabled={to === null}
      data-disabled={to === null}
      onClick={() => {
        if (to !== null) onPage(to)
      }}
    >
      {children}
    </ActionIcon>
  )
}
