import { TextInput } from '@mantine/core'
import { compactCredits, credits } from '#renderer/format/figures.ts'
import { type FigureRule, MOST_COUNTABLE, type Why } from './figure-rule.ts'
import { useFigure } from './use-figure.ts'
import styles from './usage-field.module.css'

const RULE: FigureRule = { min: 0, max: MOST_COUNTABLE, decimals: 0 }

const EXAMPLE = 1_250_000

function inWords(why: Why): string {
  switch (why) {
    case 'tooLarge':
      return `At most ${credits(MOST_COUNTABLE)}.`
    case 'tooSmall':
      return 'Zero or more.'
    case 'decimals':
    case 'unreadable':
      return `A whole number: ${credits(EXAMPLE)} or ${compactCredits(EXAMPLE)}.`
  }
}

/** The exact monthly usage with its unit; whole credits. What is wrong with it has its line kept free below. */
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
  const { props, refused } = useFigure({ value: usage, rule: RULE, onChange })
  const wrong = refused === null ? problem : inWords(refused)
  return (
    <div className={styles.exact}>
      <TextInput
        {...props}
        id={id}
        size="sm"
        w={152}
        aria-label="Credits a month"
        classNames={{ input: styles.input ?? '' }}
        error={wrong !== undefined}
        // Mantine puts its own in place of the plain attribute.
        attributes={{ input: { 'aria-describedby': `${id}-problem` } }}
      />
      <span className={styles.unit} aria-hidden>
        {usage === 1 ? 'credit a month' : 'credits a month'}
      </span>
      <p id={`${id}-problem`} className={styles.problem} title={wrong} aria-live="polite">
        {wrong}
      </p>
    </div>
  )
}
