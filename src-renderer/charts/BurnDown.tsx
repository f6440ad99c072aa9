import { useElementSize } from '@mantine/hooks'
import { Fragment, type ReactNode, useMemo } from 'react'
import type { CreditLayers, LayerMark } from '#shared/credit-layers.ts'
import { currencySign } from '#renderer/format/figures.ts'
import { creditAxis, moneyAxis } from './axis-words.ts'
import { moneyRows, usedOf, usedIn, verticesOf } from './layer-rows.ts'
import { layerSeries, usedSeries } from './layer-series.ts'
import { LayerAreas } from './LayerAreas.tsx'
import { LANES_HEIGHT, MarkLanes } from './MarkLanes.tsx'
import { SeriesKey } from './SeriesKey.tsx'
import { middleOf, STACK_INSETS } from './stack-plot.ts'
import { timeAxis, timeLabels } from './time-axis.ts'
import { type PanelData, TimePanel } from './TimePanel.tsx'
import { type Places, useBrush } from './use-brush.ts'
import styles from './month-chart.module.css'

const KEY_HEIGHT = 22
const NO_SERIES: PanelData['series'] = []

/** What is used of each step, and where there is one what the prepaid balance holds at its start. */
function panelsOf(layers: CreditLayers, currency: string): readonly PanelData[] {
  const rows = usedOf(layers)
  const money = moneyRows(layers)
  const used: PanelData = {
    id: 'used',
    label: 'Credits used',
    unit: 'Credits',
    series: usedSeries(usedIn(rows)),
    rows,
    format: creditAxis,
    share: money === null ? 0.3 : 0.24,
  }
  if (money === null) return [used]
  const balance: PanelData = {
    id: 'money',
    label: 'Prepaid balance',
    unit: currencySign(currency),
    series: NO_SERIES,
    rows: [],
    format: moneyAxis(currency),
    line: { label: 'Prepaid balance', figures: money },
    share: 0.2,
  }
  return [used, balance]
}

/**
 * Credits on hand by layer over time, with marks of what happened and, below, what was used. Arrow keys read one step
 * after another; see `useBrush` for how a span is looked at closer.
 */
export function BurnDown({
  layers,
  currency,
  told,
  onAsk,
  readout,
  onChoose,
  onSpan,
  onAll,
}: {
  readonly layers: CreditLayers
  readonly currency: string
  readonly told: (mark: LayerMark) => string
  readonly onAsk: (mark: LayerMark) => void
  /** What is told of a step, beside it, or of what is marked to look at closer. */
  readonly readout: (place: number, marked: Places | null, x: number, right: number) => ReactNode
  readonly onChoose: (place: number) => void
  readonly onSpan: (places: Places) => void
  readonly onAll: () => void
}) {
  const { ref, width, height } = useElementSize()
  const { points, steps, marks } = layers
  const [from, to] = [points[0]?.at ?? '', points.at(-1)?.at ?? '']
  const axis = useMemo(() => timeAxis(from, to, width, STACK_INSETS), [from, to, width])
  const labels = useMemo(() => timeLabels(from, to, axis), [from, to, axis])
  const slots = useMemo(
    () => steps.map((step) => ({ left: axis.x(step.from), width: axis.x(step.to) - axis.x(step.from) })),
    [steps, axis],
  )
  const vertices = useMemo(() => verticesOf(layers), [layers])
  const series = useMemo(() => layerSeries(layers.layers), [layers])
  const panels = useMemo(() => panelsOf(layers, currency), [layers, currency])
  const { brush, handlers } = useBrush({
    count: steps.length,
    placeAt: (pixel) => {
      const place = slots.findLastIndex(({ left }) => left <= pixel)
      return Math.max(0, place)
    },
    onChoose,
    onSpan,
    onAll,
  })
  const { active, marked } = brush
  const room = Math.max(0, height - LANES_HEIGHT - (panels.length + 1) * KEY_HEIGHT)
  const areas = room * (panels.length === 1 ? 0.7 : 0.56)
  const slot = active === null ? undefined : slots[active]
  const [first, last] = [slots[marked?.first ?? -1], slots[marked?.last ?? -1]]
  return (
    <div
      ref={ref}
      className={styles.chart}
      role="group"
      tabIndex={0}
      aria-label="Credits on hand as a chart; arrow keys read one step after the other, with Shift they mark a span, Enter looks closer at it"
      {...handlers}
    >
      <SeriesKey label="Credits on hand" unit="Credits" series={series} />
      {width > 0 && room > 0 ? (
        <>
          <MarkLanes marks={marks} axis={axis} told={told} onAsk={onAsk} />
          <LayerAreas
            vertices={vertices}
            series={series}
            axis={axis}
            width={width}
            height={areas}
            format={creditAxis}
          />
        </>
      ) : null}
      {panels.map((panel, index) => (
        <Fragment key={panel.id}>
          <SeriesKey
            label={panel.label}
            unit={panel.unit}
            series={panel.series}
            line={panel.line?.label ?? null}
          />
          {width > 0 && room > 0 ? (
            <TimePanel
              panel={panel}
              slots={slots}
              width={width}
              height={room * panel.share}
              labels={index === panels.length - 1 ? labels : null}
              active={null}
            />
          ) : null}
        </Fragment>
      ))}
      {slot === undefined || marked !== null ? null : (
        <div className={styles.hair} style={{ left: middleOf(slot), top: KEY_HEIGHT }} />
      )}
      {first === undefined || last === undefined ? null : (
        <div
          className={styles.marked}
          style={{ left: first.left, width: last.left + last.width - first.left, top: KEY_HEIGHT }}
        />
      )}
      <div aria-live="polite">
        {active !== null && slot !== undefined ? readout(active, marked, middleOf(slot), width) : null}
      </div>
    </div>
  )
}
