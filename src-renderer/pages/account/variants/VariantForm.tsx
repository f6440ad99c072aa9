import { Button } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
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

/** What was quoted is put in here. */
const QUOTED = '[data-quoted] input'

/** What takes the focus of the row that a form is below. */
const rowOf = (inForm: Element): HTMLElement | null | undefined =>
  inForm.closest('tr')?.previousElementSibling?.querySelector<HTMLElement>('th button')

/** Everything a variant may do otherwise than the account; what it says nothing of is as in the account. */
export function VariantForm({
  asksTerms,
  onClose,
  ...of
}: OfVariant & {
  /** That there are terms to put in, which the form is opened for. */
  readonly asksTerms: boolean
  /** Closes it: by Escape, or because the variant is gone. */
  readonly onClose: () => void
}) {
  const { at } = of
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!asksTerms) return
    form.current?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector<HTMLElement>(QUOTED)?.focus({ preventScroll: true })
  }, [asksTerms])
  return (
    <div
      ref={form}
      className={styles.form}
      role="group"
      aria-label={`Change ${at.name}`}
      onKeyDown={(event) => {
        // The first one takes back what is typed into a field.
        if (event.key !== 'Escape' || event.defaultPrevented) return
        rowOf(event.currentTarget)?.focus()
        onClose()
      }}
    >
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
            removing(rowOf(currentTarget) ?? currentTarget, NAMES, () => {
              onClose()
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
