import { useRef } from 'react'
import { theScreen, useHandBack } from '#renderer/commands/hand-back.ts'
import { termsLine } from '#renderer/finding/terms-line.ts'
import { useConnection } from '#renderer/state/connection.ts'
import { catalogId, patternOf, useInputs } from '#renderer/state/inputs.ts'
import { restoreScenario } from '#renderer/state/library-actions.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { useResults } from '#renderer/state/results.ts'
import { useIdleOffers } from './use-idle-offers.ts'
import styles from './finding-header.module.css'

function Terms() {
  const inputs = useInputs()
  const listed = useResults((results) => results.catalogs).find(({ id }) => id === inputs.catalog)?.name
  const own = useResults((results) =>
    results.catalog?.id === catalogId(inputs.catalog) ? results.catalog.name : undefined,
  )
  const name = listed ?? own
  const idle = useIdleOffers()
  // What changes no figure is nothing that the figures rest on.
  const terms = idle === null ? inputs : { ...inputs, offers: false }
  return name === undefined ? '' : termsLine(terms, patternOf(inputs), name)
}

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
export function HeaderLine() {
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
  return (
    <p className={styles.terms}>
      <Terms />
    </p>
  )
}
