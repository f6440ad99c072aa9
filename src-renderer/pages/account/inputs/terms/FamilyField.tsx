import { MultiSelect } from '@mantine/core'
import type { LineFamily } from '#shared/invoicing.ts'
import { FAMILY_CHOICES, isFamily } from '#renderer/finding/line-family.ts'

/** Which lines of an invoice something is for; none named stands for all, or for none where `none` says so. */
export const FamilyField = ({
  label,
  value,
  none,
  onChange,
}: {
  readonly label: string
  readonly value: readonly LineFamily[]
  readonly none: string
  readonly onChange: (value: LineFamily[]) => void
}) => (
  <MultiSelect
    aria-label={label}
    size="xs"
    data={FAMILY_CHOICES}
    placeholder={value.length === 0 ? none : ''}
    value={[...value]}
    onChange={(picked) => onChange(picked.filter(isFamily))}
  />
)
