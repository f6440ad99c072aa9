import type { ReactNode } from 'react'
import type { Problem } from '#shared/result.ts'
import { KeptButton } from './KeptButton.tsx'
import styles from './part.module.css'
import { useWaited } from './use-waited.ts'

/** What is there of a part of the result; see `Shown` of `queries/use-answer.ts`. */
export interface Answered<T> {
  readonly value: T | undefined
  readonly isOld: boolean
  readonly refused: readonly Problem[]
  readonly isAwaited: boolean
  readonly askAgain: () => void
}

/**
 * A part of the result that is asked for by itself: that it is worked out, once that takes long enough to be waited for;
 * why it was refused, and a button that asks again; and, while what is shown is of the account before, that it is.
 */
export function Part<T>({
  name,
  of: { value, isOld, refused, isAwaited, askAgain },
  isWhole = false,
  children,
}: {
  /** What it shows, as a sentence begins: "The invoices". */
  readonly name: string
  readonly of: Answered<T>
  /** It takes all the height there is. */
  readonly isWhole?: boolean
  readonly children: (value: T) => ReactNode
}) {
  const waited = useWaited(isAwaited)
  const [problem] = refused
  const isThere = value !== undefined
  return (
    <div
      className={styles.part}
      data-whole={isWhole || undefined}
      data-before={(isOld && (waited || problem !== undefined)) || undefined}
      aria-busy={isAwaited}
    >
      {problem === undefined ? null : (
        <Refusal
          name={name}
          message={problem.message}
          isThere={isThere}
          isAsked={isAwaited}
          onAgain={askAgain}
        />
      )}
      <p role="status" className={styles.working} data-over={isThere || undefined}>
        {waited && problem === undefined
          ? isThere
            ? `${name} of the last change: being worked out…`
            : `${name}: being worked out…`
          : ''}
      </p>
      {isThere ? children(value) : null}
    </div>
  )
}

function Refusal({
  name,
  message,
  isThere,
  isAsked,
  onAgain,
}: {
  readonly name: string
  readonly message: string
  readonly isThere: boolean
  readonly isAsked: boolean
  readonly onAgain: () => void
}) {
  return (
    <div className={styles.refused} role="alert">
      <p>
        <strong>
          {name} cannot be shown{isThere ? ' as the account is' : ''}.
        </strong>{' '}
        {message}
        {isThere ? ' What is shown is of the account before.' : ''}
      </p>
      <KeptButton size="compact-sm" variant="default" idle={isAsked} onClick={onAgain}>
        Try again
      </KeptButton>
    </div>
  )
}
