import { useElementSize } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react'
import type { SeatRefusal, SeatStep } from '#shared/seat-report.ts'
import { refusalInWords } from '#renderer/finding/seat-title.ts'
import { credits } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { FillPatterns, fillOf } from './fills.tsx'
import { placeByKey } from './place-by-key.ts'
import { panelsOf, seatPanelPlot, stepAt, timePlot } from './seat-plot.ts'
import { SEAT_WORDS, seatKey } from './seat-key.ts'
import { SeriesKey } from './SeriesKey.tsx'
import { SeatPanel } from './SeatPanel.tsx'
import { SeatReadout } from './SeatReadout.tsx'
import months from './month-chart.module.css'
import styles from './seat-chart.module.css'

const KEY_HEIGHT = 22
/** Room under a panel: for dates under the last one, for half a figure under the others. */
const DATES = 22
const FOOT = 7
const INK = 'var(--tw-accent)'

/** Who held which seats against how many there were, as steps over the time of a run; refusals stand at the top. */
export function SeatChart({
  steps,
  refusals,
  planName,
}: {
  readonly steps: readonly SeatStep[]
  readonly refusals: readonly SeatRefusal[]
  readonly planName: (plan: string) => string
}) {
  const { ref, width, height } = useElementSize()
  const [pointed, setPointed] = useState<number | null>(null)
  const active = pointed !== null && pointed <= steps.length ? pointed : null
  const panels = useMemo(() => panelsOf(steps), [steps])
  const [from, to] = [steps[0]?.from ?? '', steps.at(-1)?.to ?? '']
  const time = useMemo(() => timePlot(from, to, width), [from, to, width])
  const room = Math.max(0, height - panels.length * (KEY_HEIGHT + FOOT) - DATES) / panels.length

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) =>
    setPointed(stepAt(steps, time, event.clientX - event.currentTarget.getBoundingClientRect().left))
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeByKey(event.key, active === null ? null : active - 1, steps.length)
    if (next === undefined) return
    event.preventDefault()
    setPointed(next === null ? null : next + 1)
  }

  const step = active === null ? undefined : steps[active - 1]
  return (
    <div
      ref={ref}
      className={months.chart}
      role="group"
      tabIndex={0}
      aria-label="Seats as a chart; arrow keys read one step after the other"
      onPointerMove={onPointerMove}
      onPointerLeave={() => setPointed(null)}
      onKeyDown={onKeyDown}
      onBlur={() => setPointed(null)}
    >
      <FillPatterns ink={INK} />
      {panels.map((panel, place) => {
        const isLast = place === panels.length - 1
        const axis = isLast ? DATES : FOOT
        const size = { height: room + axis, axis }
        const plot = seatPanelPlot(steps, panel, time, size)
        const hasLent = steps.some((each) => panel.of(each).lent > 0)
        return (
          <div key={panel.id}>
            <SeriesKey
              label={SEAT_WORDS[panel.id].label}
              unit=""
              series={seatKey(panel.id, hasLent).map(({ id, label, fill }) => ({
                id,
                label,
                paint: fillOf(fill, INK),
              }))}
            >
              {panel.id === 'locked' ? null : (
                <li>
                  <LimitSign />
                  {plot.isLimitAbove
                    ? `Limit ${limitsInWords(steps.map((each) => panel.of(each).limit ?? 0))}, above the picture`
                    : `Limit`}
                </li>
              )}
            </SeriesKey>
            {width > 0 && room > 0 ? (
              <SeatPanel
                id={panel.id}
                plot={plot}
                time={time}
                height={size.height}
                ink={INK}
                active={active}
                withDates={isLast}
              />
            ) : null}
          </div>
        )
      })}
      {refusals.map((refusal) => (
        <span
          key={refusal.path}
          className={styles.refusal}
          style={{ left: time.x(refusal.at) }}
          title={`${instant(refusal.at)}: ${refusalInWords(refusal)} refused. ${refusal.why}`}
        >
          <IconX size={12} stroke={2.5} aria-hidden />
        </span>
      ))}
      <div aria-live="polite">
        {step && active !== null ? (
          <SeatReadout step={step} plan={planName(step.plan)} x={time.x(step.from)} right={width} />
        ) : null}
      </div>
    </div>
  )
}

const LimitSign = () => (
  <svg width={18} height={12} aria-hidden>
    <line x1={0} x2={18} y1={6} y2={6} className={styles.limit} />
  </svg>
)

const limitsInWords = (limits: readonly number[]): string =>
  [...new Set(limits)].map((limit) => credits(limit)).join(', then ')
