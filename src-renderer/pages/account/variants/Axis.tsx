import { useId } from 'react'
import { CellSelect, type Choice } from '#renderer/fields/CellSelect.tsx'
import cells from '#renderer/fields/cells.module.css'
import {
  expected,
  type FigureRule,
  MOST_COUNTABLE,
  readDecimal,
  readFigure,
  type Reading,
} from '#renderer/fields/figure-rule.ts'
import { useFigure, useFigureText } from '#renderer/fields/use-figure.ts'
import { credits, editable } from '#renderer/format/figures.ts'
import { grouped } from '#renderer/format/regroup.ts'
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
      choices={[{ value: AS_ACCOUNT, label: `as it is: ${own}` }, ...choices]}
      onChange={(picked) => onChange(picked === AS_ACCOUNT ? null : picked)}
    />
  </label>
)

const AMOUNT: FigureRule = { min: 0, max: MOST_COUNTABLE, decimals: 6 }
const NONE = ''

function written(figure: string): string {
  const text = editable(figure)
  return grouped(text) ?? text
}

/**
 * An exact figure of a variant, taken once it is whole. An empty field is none, which `none` says in words, or, without
 * that, goes back to what it was.
 */
export function AxisAmount({
  label,
  unit,
  value,
  none,
  of,
  rule = AMOUNT,
  onChange,
}: {
  readonly label: string
  readonly unit?: string
  readonly value: string | null
  readonly none?: string
  /** What the figure belongs to. */
  readonly of: string
  readonly rule?: FigureRule
  readonly onChange: (value: string | null) => void
}) {
  const read = (text: string): Reading<string> =>
    none !== undefined && text.trim() === '' ? { kind: 'taken', figure: NONE } : readDecimal(text, rule)
  const { props, refused } = useFigureText({
    value: value ?? NONE,
    of,
    written: value === null ? NONE : written(value),
    read,
    settles: true,
    onChange: (figure) => onChange(figure === NONE ? null : figure),
  })
  const told = refused === null ? null : expected(refused, rule)
  return <FigureLine {...{ label, unit, told, props }} placeholder={none} />
}

/** A whole number of a variant, or none, which `none` says in words: taken once it is whole. */
export function AxisCountOrNone({
  label,
  value,
  none,
  of,
  most,
  onChange,
}: {
  readonly label: string
  readonly value: number | null
  readonly none: string
  /** What the figure belongs to. */
  readonly of: string
  readonly most: number
  readonly onChange: (value: number | null) => void
}) {
  const rule: FigureRule = { min: 0, max: most, decimals: 0 }
  const { props, refused } = useFigureText<number | typeof NONE>({
    value: value ?? NONE,
    of,
    written: value === null ? NONE : credits(value),
    read: (text) => (text.trim() === '' ? { kind: 'taken', figure: NONE } : readFigure(text, rule)),
    settles: true,
    onChange: (figure) => onChange(figure === NONE ? null : figure),
  })
  return (
    <FigureLine
      {...{ label, props }}
      told={refused === null ? null : expected(refused, rule)}
      placeholder={none}
    />
  )
}

/** A whole number of a variant, taken once it is whole; the arrow keys go up and down by one. */
export function AxisCount({
  label,
  value,
  most,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}) {
  const rule: FigureRule = { min: 0, max: most, decimals: 0 }
  const { props, refused } = useFigure({ value, rule, steps: true, settles: true, onChange })
  return <FigureLine {...{ label, props }} told={refused === null ? null : expected(refused, rule)} />
}

type FigureProps = ReturnType<typeof useFigureText>['props'] | ReturnType<typeof useFigure>['props']

/** What is wrong with a figure has its line kept free below it: nothing moves under a hand that is on its way. */
function FigureLine({
  label,
  unit,
  told,
  placeholder = '',
  props,
}: {
  readonly label: string
  readonly unit?: string | undefined
  readonly told: string | null
  readonly placeholder?: string | undefined
  readonly props: FigureProps
}) {
  const id = useId()
  return (
    <div className={styles.axis}>
      <label htmlFor={id}>
        {label}
        {unit === undefined ? null : <span className={styles.axisUnit}> {unit}</span>}
      </label>
      <input
        {...props}
        id={id}
        className={cells.cell}
        placeholder={placeholder}
        aria-invalid={told !== null}
        aria-describedby={`${id}-told`}
      />
      <p id={`${id}-told`} className={styles.axisTold} aria-live="polite">
        {told}
      </p>
    </div>
  )
}
