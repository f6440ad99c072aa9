import type { PointerEvent } from 'react'
import { UsageField } from '#renderer/fields/UsageField.tsx'
import { UsageSlider } from '#renderer/fields/UsageSlider.tsx'
import { FIRST_FIELD_ID } from '#renderer/commands/use-shortcuts.ts'
import { setInputs, useInputs } from '#renderer/state/inputs.ts'
import { useProblem } from '#renderer/state/results.ts'
import { setView } from '#renderer/state/view.ts'
import styles from './usage-strip.module.css'

const setUsage = (usage: number): void => setInputs({ usage })

/** The slider may be let go of anywhere. */
function holdSlider({ target }: PointerEvent): void {
  if (!(target instanceof HTMLInputElement) || target.type !== 'range') return
  const released = new AbortController()
  const release = () => {
    released.abort()
    setView({ sliding: false })
  }
  setView({ sliding: true })
  for (const end of ['pointerup', 'pointercancel', 'blur'])
    window.addEventListener(end, release, { signal: released.signal })
}

/** The one control everybody touches first, across the whole width. */
export function UsageStrip() {
  const usage = useInputs((inputs) => inputs.usage)
  const problem = useProblem('usage')
  return (
    <div className={styles.strip} onPointerDown={holdSlider}>
      <UsageField id={FIRST_FIELD_ID} usage={usage} onChange={setUsage} problem={problem} />
      <UsageSlider usage={usage} onChange={setUsage} />
    </div>
  )
}
