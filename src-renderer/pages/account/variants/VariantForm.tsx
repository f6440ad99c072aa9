import { Button } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { CellText } from '#renderer/fields/CellText.tsx'
import { removing } from '#renderer/fields/removing.ts'
import type { OfVariant } from './of-variant.ts'
import { OtherAxes } from './OtherAxes.tsx'
import { PolicyAxes } from './PolicyAxes.tsx'
import { TermAxes } from './TermAxes.tsx'
import { UsageAxes } from './UsageAxes.tsx'
import { duplicate, remove, rename } from './variant-edits.ts'
import styles from './variants.module.css'

/** Where the rows of variants take the focus. */
const NAMES = 'tbody th button[aria-expanded]'

/** Everything a variant may do otherwise than the account; what it says nothing of is as in the account. */
export function VariantForm({ onGone, ...of }: OfVariant & { readonly onGone: () => void }) {
  const { at } = of
  return (
    <div className={styles.form} role="group" aria-label={`Change ${at.name}`}>
      <div className={styles.axes}>
        <label className={styles.axis}>
          <span>Name</span>
          <CellText label="Name of the variant" value={at.name} onChange={(name) => rename(at, name)} />
        </label>
        <TermAxes {...of} />
        <UsageAxes {...of} />
      </div>
      <OtherAxes {...of} />
      <PolicyAxes {...of} />
      <div className={styles.formActions}>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconCopy size={14} />}
          onClick={() => duplicate(at)}
        >
          Duplicate
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconTrash size={14} />}
          onClick={({ currentTarget }) => {
            const row = currentTarget.closest('tr')?.previousElementSibling?.querySelector('th button')
            removing(row ?? currentTarget, NAMES, () => {
              onGone()
              remove(at)
            })
          }}
        >
          Remove
        </Button>
      </div>
    </div>
  )
}
