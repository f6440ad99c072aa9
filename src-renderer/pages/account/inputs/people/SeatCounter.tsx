import type { SeatCount } from '#shared/seat-count.ts'
import { credits } from '#renderer/format/figures.ts'
import { HeldBy } from '../../HeldBy.tsx'
import { seatsInWords } from './seats-in-words.ts'
import styles from './seat-counter.module.css'

/** How many seats are taken, and what it means where they do not suffice; as empty as nobody while they are counted. */
export function SeatCounter({ count }: { readonly count: SeatCount | null }) {
  const isShort = count !== null && count.problem !== null
  return (
    <div className={styles.counter} data-counting={count === null || undefined}>
      <div className={styles.bars}>
        <Bar
          name="Full"
          held={count?.full.held ?? 0}
          limit={count?.full.limit ?? 0}
          isOver={isShort && count.full.held > count.full.limit}
        />
        <Bar
          name="Basic"
          held={count?.basic.held ?? 0}
          limit={count?.basic.limit ?? 0}
          isOver={isShort && count.basic.held > count.basic.limit}
        />
      </div>
      <p className={styles.words} data-over={isShort || undefined} aria-live="polite">
        {count === null ? '' : seatsInWords(count)}
      </p>
      {isShort ? (
        <div className={styles.mend}>
          <HeldBy />
        </div>
      ) : null}
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
  readonly limit: number
  /** More than there are, wherever else somebody might sit. */
  readonly isOver: boolean
}) {
  const text = `${name} ${credits(held)} of ${credits(limit)}`
  return (
    <div className={styles.seats} data-over={isOver || undefined}>
      <div className={styles.figures} aria-hidden>
        <span>{name}</span>
        <span>
          <strong>{credits(held)}</strong> of {credits(limit)}
        </span>
      </div>
      <div
        role="meter"
        aria-label={`${name} seats`}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(held, limit)}
        aria-valuetext={text}
        className={styles.bar}
        style={{ '--held': held, '--limit': limit === 0 ? 1 : limit }}
      />
    </div>
  )
}
