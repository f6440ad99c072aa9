import { NumberInput } from '@mantine/core'
import { separators } from '#renderer/format/figures.ts'

/** The exact monthly usage; whole credits. */
export function UsageField({
  id,
  usage,
  onChange,
  problem,
}: {
  readonly id: string
  readonly usage: number
  readonly onChange: (usage: number) => void
  readonly problem: string | undefined
}) {
  return (
    <NumberInput
      id={id}
      size="sm"
      w={132}
      aria-label="Credits a month"
      styles={{ input: { fontWeight: 600, textAlign: 'right', height: 30, minHeight: 30 } }}
      value={usage}
      onChange={(next) => {
        if (typeof next === 'number' && Number.isSafeInteger(next)) onChange(next)
      }}
      thousandSeparator={separators().thousands}
      decimalSeparator={separators().decimal}
      allowDecimal={false}
      allowNegative={false}
      withKeyboardEvents={false}
      error={problem}
    />
  )
}
