import { NumberInput } from '@mantine/core'
import { credits, separators } from '#renderer/format/figures.ts'
import { useDraft } from './use-draft.ts'

/** Credits are counted in whole millionths, exactly. */
const MOST_COUNTABLE = Math.floor(Number.MAX_SAFE_INTEGER / 1_000_000)

const isCountable = (typed: number): boolean => Number.isInteger(typed) && typed <= MOST_COUNTABLE

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
  const { shown, refused, change, leave } = useDraft(usage, isCountable, onChange)
  return (
    <NumberInput
      id={id}
      size="sm"
      w={132}
      aria-label="Credits a month"
      styles={{ input: { fontWeight: 600, textAlign: 'right', height: 30, minHeight: 30 } }}
      value={shown}
      onChange={change}
      onBlur={leave}
      thousandSeparator={separators().thousands}
      decimalSeparator={separators().decimal}
      allowDecimal={false}
      allowNegative={false}
      withKeyboardEvents={false}
      error={refused ? `At most ${credits(MOST_COUNTABLE)}.` : problem}
    />
  )
}
