import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import type { UsagePattern } from '#shared/usage.ts'
import { Field } from '#renderer/fields/Field.tsx'
import { patternOf, setInputs, useInputs } from '#renderer/state/inputs.ts'
import { PATTERN_KINDS } from './pattern-kinds.ts'
import { PatternParameters } from './PatternParameters.tsx'
import styles from './pattern.module.css'

const setPattern = (pattern: UsagePattern): void => {
  if (pattern.kind !== 'flat') setInputs({ [pattern.kind]: pattern })
}

/** How the one figure of usage moves from month to month. */
export function PatternField({
  preview,
  problemAt,
}: {
  /** Shows the credits of each month. */
  readonly preview: ReactNode
  /** What is wrong with a field of the pattern: `percent`. */
  readonly problemAt: (field: string) => string | undefined
}) {
  const kind = useInputs((inputs) => inputs.patternKind)
  const pattern = useInputs(patternOf)
  const months = useInputs((inputs) => inputs.months)
  return (
    <Field label="Usage pattern">
      <SegmentedControl
        className={styles.kinds}
        aria-label="Usage pattern"
        data={PATTERN_KINDS}
        value={kind}
        onChange={(patternKind) => setInputs({ patternKind })}
      />
      {preview}
      <PatternParameters pattern={pattern} months={months} problemAt={problemAt} onChange={setPattern} />
    </Field>
  )
}
