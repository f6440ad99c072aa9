import { type ReactNode, useRef } from 'react'
import { theScreen, useHandBack } from '#renderer/commands/hand-back.ts'
import { useConnection } from '#renderer/state/connection.ts'
import { restoreScenario } from '#renderer/state/library-actions.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import styles from './answer-header.module.css'

/** A change in the bin is kept by no retry: only by taking the scenario out of it, which saves what is on screen. */
function Binned({ id, unsaved }: { readonly id: string; readonly unsaved: boolean }) {
  const line = useRef<HTMLParagraphElement>(null)
  useHandBack(line, theScreen)
  return (
    <p className={styles.warning} role="status" ref={line}>
      {unsaved
        ? 'This scenario is in the bin, and your change is not saved.'
        : 'This scenario is in the bin.'}{' '}
      <button type="button" className={styles.link} onClick={() => void restoreScenario(id)}>
        {unsaved ? 'Restore and save' : 'Restore it'}
      </button>
    </p>
  )
}

/** What the figures rest on; in its place what a person must know about the scenario first, if anything. */
export function HeaderLine({ terms }: { readonly terms: ReactNode }) {
  const save = useOpenScenario((open) => open.save)
  const answers = useConnection(({ reach }) => reach === 'answers')
  const notice = useOpenScenario((open) => open.notice)
  const binned = useOpenScenario((open) =>
    open.document && open.document.deletedAt !== null ? open.document.id : null,
  )
  if (binned !== null) return <Binned id={binned} unsaved={save.kind === 'failed'} />
  // Where nobody answers the notice over the screen says so, and why nothing is saved with it.
  if (save.kind === 'failed' && answers) {
    return (
      <p className={styles.warning} role="alert" title={save.reason}>
        Not saved: {save.reason}
      </p>
    )
  }
  if (notice !== null) {
    return (
      <p className={styles.notice} role="status" title={notice}>
        {notice}
      </p>
    )
  }
  return <p className={styles.terms}>{terms}</p>
}
