import { Switch } from '@mantine/core'
import { useId } from 'react'
import styles from './field.module.css'

/** A switch at the end of its line, with what it does underneath. */
export function Toggle({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: string
  readonly hint: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <div>
      <div className={styles.toggle}>
        <label htmlFor={id}>{label}</label>
        <Switch
          id={id}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
          aria-describedby={`${id}-hint`}
        />
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
    </div>
  )
}
