import { credits } from '#renderer/format/figures.ts'
import { useAccountProblem } from '#renderer/state/account-run.ts'
import { seatsInWords } from './seats-in-words.ts'
import { useSeatCount } from './use-seat-count.ts'
import styles from './seat-counter.module.css'

/** How many seats are taken, and what it means where they do not suffice. */
export function SeatCounter() {
  const count = useSeatCount()
  const problem = useAccountProblem('members')
  if (count === null) return null
  const { held, limits } = count
  return (
    <div className={styles.counter}>
      <div className={styles.bars}>
        <Bar
          name="Full"
          held={held.full}
          limit={limits?.full ?? null}
          isOver={limits !== null && held.full > limits.full}
        />
        <Bar
          name="Basic"
          held={held.basic}
          limit={limits?.basic ?? null}
          isOver={limits !== null && held.basic > limits.basic && !count.fits}
        />
      </div>
      <p className={styles.words} data-over={!count.fits || undefined} aria-live="polite">
        {problem ?? seatsInWords(count)}
      </p>
    </div>
  )
}

function Bar({
  name,
  held,
  limit,
  isOver,
}: {
  readonly name: string
  readonly held: number
  readonly limit: number | null
  /** More than there are, wherever else somebody might sit. */
  readonly isOver: boolean
}) {
  const text = limit === null ? `${name} ${credits(held)}` : `${name} ${credits(held)} of ${credits(limit)}`
  return (
    <div className={styles.seats} data-over={isOver || undefined}>
      <div className={styles.figures} aria-hidden>
        <span>{name}</span>
        <span>
          <strong>{credits(held)}</strong>
          {limit === null ? null : ` of ${credits(limit)}`}
        </span>
      </div>
      <div
        role="meter"
        aria-label={`${name} seats`}
        aria-valuemin={0}
        aria-valuemax={limit ?? held}
        aria-valuenow={Math.min(held, limit ?? held)}
        aria-valuetext={text}
        className={styles.bar}
        style={{ '--held': held, '--limit': limit === null || limit === 0 ? 1 : limit }}
        data-unknown={limit === null || undefined}
      />
    </div>
  )
}
