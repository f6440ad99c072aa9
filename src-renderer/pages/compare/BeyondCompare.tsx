import { beyondCompare, usageStandsFor } from '#renderer/finding/beyond-compare.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import styles from './inputs.module.css'

/** What the open scenario holds that this screen does not show; silent for most. */
export function BeyondCompare() {
  const scenario = useOpenScenario((open) => open.draft?.scenario)
  const monthly = useOpenScenario((open) => open.shown?.usage ?? 0)
  const unbilled = useOpenScenario((open) => open.unbilled)
  if (!scenario) return null
  const notes = [usageStandsFor(scenario, monthly, unbilled), beyondCompare(scenario)].filter(
    (note) => note !== null,
  )
  if (notes.length === 0) return null
  return (
    <div className={styles.beyond} role="note">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  )
}
