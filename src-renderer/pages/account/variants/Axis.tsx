import { CellSelect, type Choice } from '#renderer/fields/CellSelect.tsx'
import styles from './variants.module.css'

/** The choice that leaves an axis as it is in the account. */
const AS_ACCOUNT = ''

/** One axis of a variant with the choices it has; null leaves it as it is in the account. */
export const AxisChoice = ({
  label,
  value,
  choices,
  own,
  onChange,
}: {
  readonly label: string
  readonly value: string | undefined
  readonly choices: readonly Choice[]
  /** What the account has. */
  readonly own: string
  readonly onChange: (value: string | null) => void
}) => (
  <label className={styles.axis}>
    <span>{label}</span>
    <CellSelect
      label={label}
      value={value ?? AS_ACCOUNT}
      choices={[{ value: AS_ACCOUNT, label: `as the account: ${own}` }, ...choices]}
      onChange={(picked) => onChange(picked === AS_ACCOUNT ? null : picked)}
    />
  </label>
)
