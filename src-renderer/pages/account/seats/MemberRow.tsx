import { IconCheck } from '@tabler/icons-react'
import { memo } from 'react'
import type { MemberSeats, UnderCeiling } from '#shared/seat-report.ts'
import { seatHeldAtEnd, seatsHeldInWords } from '#renderer/finding/seat-title.ts'
import { reachedInWords, stopNames } from '#renderer/finding/stop-in-words.ts'
import { credits, creditsInWords, day, isZero, plural, wholeCredits } from '#renderer/format/figures.ts'
import { NO_FIGURE } from '#renderer/tables/figure-columns.ts'
import styles from './seats.module.css'

export const rowId = (row: number): string => `seat-member-${String(row)}`

/** One member: chosen or not, the seat, each period against the ceiling, and what was not served because of what. */
export const MemberRow = memo(function MemberRow({
  row,
  member,
  isChosen,
  isActive,
}: {
  readonly row: number
  readonly member: MemberSeats
  readonly isChosen: boolean
  readonly isActive: boolean
}) {
  const { member: name, seats, ceilings, stops, lostCredits, lostRequests } = member
  const reached = ceilings.filter(({ reachedAt }) => reachedAt !== null)
  const held = seatsHeldInWords(seats)
  const stopped = stopNames(stops, name)
  return (
    <tr
      id={rowId(row)}
      aria-rowindex={row + 2}
      aria-selected={isChosen}
      data-row={row}
      data-member={name}
      data-active={isActive || undefined}
    >
      <td className={styles.choice} data-choice>
        <span className={styles.box} data-checked={isChosen || undefined}>
          {isChosen ? <IconCheck size={12} stroke={3} aria-hidden /> : null}
        </span>
        <span className="visually-hidden">{isChosen ? 'chosen' : 'not chosen'}</span>
      </td>
      <th scope="row" title={name}>
        {name}
      </th>
      <td title={held}>{seatHeldAtEnd(seats)}</td>
      <td>
        <CeilingBars ceilings={ceilings} />
      </td>
      <td className={styles.numeric}>
        {reached[0]?.reachedAt ? day(reached[0].reachedAt.slice(0, 10)) : NO_FIGURE}
      </td>
      <td className={styles.numeric} data-lost={stops.length > 0 || undefined} title={lostHint(lostCredits)}>
        {isZero(lostCredits) && lostRequests > 0
          ? plural(lostRequests, 'request')
          : wholeCredits(lostCredits)}
      </td>
      <td title={stopped}>{stopped === '' ? NO_FIGURE : stopped}</td>
    </tr>
  )
})

/** What was not served to the last digit, where the list tells it to the whole credit. */
function lostHint(figure: string): string | undefined {
  const exact = credits(figure)
  return exact === wholeCredits(figure) ? undefined : exact
}

/** A bar for each period, as high as so much of the ceiling is used; one that reached it is hatched. */
function CeilingBars({ ceilings }: { readonly ceilings: readonly UnderCeiling[] }) {
  const reached = ceilings.filter(({ reachedAt }) => reachedAt !== null).length
  if (ceilings.length === 0) return <span className={styles.faint}>no Basic seat</span>
  return (
    <span className={styles.bars}>
      {ceilings.map((period) => (
        <i
          key={period.period}
          title={periodInWords(period)}
          data-reached={period.reachedAt !== null || undefined}
          style={{
            '--used': period.used,
            '--ceiling': period.ceiling === null || isZero(period.ceiling) ? '1' : period.ceiling,
          }}
        />
      ))}
      <span className="visually-hidden">
        {reached === 0
          ? 'ceiling not reached'
          : `ceiling reached in ${credits(reached)} of ${plural(ceilings.length, 'period')}`}
      </span>
    </span>
  )
}

/** `Period 2: 10,000 of 10,000 credits, reached on 26 May 2026, 2,000 credits blocked`. */
function periodInWords(told: UnderCeiling): string {
  const { period, used, ceiling, blockedCredits } = told
  const reached = reachedInWords(told)
  return [
    `Period ${String(period)}: ${credits(used)}${ceiling === null ? ' credits' : ` of ${creditsInWords(ceiling)}`}`,
    ...(reached === null ? [] : [`reached on ${reached}`]),
    ...(isZero(blockedCredits) ? [] : [`${creditsInWords(blockedCredits)} blocked`]),
  ].join(', ')
}
