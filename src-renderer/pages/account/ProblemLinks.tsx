import { useState } from 'react'
import type { Problem } from '#shared/problem.ts'
import { plural } from '#renderer/format/figures.ts'
import { isBelow } from '#renderer/state/account-run.ts'
import { openPart } from '#renderer/state/settings.ts'
import { want } from '#renderer/state/wanted.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import styles from './account.module.css'
import { INPUT_PARTS } from './inputs/parts.tsx'

/** Told at once; the others once they are asked for. */
const FEW = 2

/** Goes to the field that a problem is of. */
function goTo(path: string): void {
  const part = INPUT_PARTS.find(({ fields }) => fields.some((field) => isBelow(path, field)))
  if (part === undefined) return
  openPart(part.id)
  want(`problem ${part.id}`)
}

/** What is wrong with the account, each leading to where it is mended. */
export function ProblemLinks({ problems }: { readonly problems: readonly Problem[] }) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? problems : problems.slice(0, FEW)
  const left = problems.slice(FEW)
  return (
    <ul ref={oneStop} className={styles.problems} aria-label="What is wrong">
      {shown.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <button type="button" onClick={() => goTo(path)}>
            {message}
          </button>
        </li>
      ))}
      {left.length === 0 ? null : (
        <li>
          <button type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Fewer' : plural(left.length, 'more problem')}
          </button>
        </li>
      )}
    </ul>
  )
}
