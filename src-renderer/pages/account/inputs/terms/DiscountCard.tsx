import { type ReactNode, useCallback } from 'react'
import type { Discount } from '#shared/invoicing.ts'
import { CellAmount } from '#renderer/fields/CellAmount.tsx'
import { CellDate } from '#renderer/fields/CellDate.tsx'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { CellText } from '#renderer/fields/CellText.tsx'
import type { FigureRule } from '#renderer/fields/figure-rule.ts'
import { RemoveButton } from '#renderer/fields/RemoveButton.tsx'
import { useAccountRun, isBelow } from '#renderer/state/account-run.ts'
import styles from '../inputs.module.css'
import { useWrong, type Wrong } from '../use-wrong.ts'
import { FamilyField } from './FamilyField.tsx'

type Change = (what: string, change: Partial<Omit<Discount, 'id'>>) => void

const INVOICES: FigureRule = { min: 1, max: 999_999, decimals: 0 }
const NO_NAME = 'It keeps its name: it needs one.'

const VALUES = [
  { value: 'percent', label: 'percent' },
  { value: 'amount', label: 'amount' },
]
const DURATIONS = [
  { value: 'forever', label: 'every invoice' },
  { value: 'once', label: 'one invoice' },
  { value: 'invoices', label: 'so many invoices' },
]

function Value({ discount, onChange }: { readonly discount: Discount; readonly onChange: Change }) {
  const { name, value } = discount
  const figure = value.kind === 'percent' ? value.percent : value.amount
  const valueOf = (kind: string, text: string): Discount['value'] =>
    kind === 'percent' ? { kind: 'percent', percent: text } : { kind: 'amount', amount: text }
  return (
    <>
      <CellAmount
        label={`What ${name} takes off`}
        value={figure}
        none="0"
        of={`${discount.id} ${value.kind}`}
        onChange={(text) => onChange('value', { value: valueOf(value.kind, text ?? '0') })}
      />
      <CellSelect
        label={`Whether ${name} is a percentage or an amount`}
        value={value.kind}
        choices={VALUES}
        onChange={(kind) => onChange('value', { value: valueOf(kind, figure) })}
      />
    </>
  )
}

function Duration({
  discount,
  wrong: { say },
  onChange,
}: {
  readonly discount: Discount
  readonly wrong: Wrong
  readonly onChange: Change
}) {
  const sayCount = useCallback((message: string | null) => say('invoices', message), [say])
  const { name, duration } = discount
  const durationOf = (kind: string): Discount['duration'] => {
    if (kind === 'once') return { kind: 'once' }
    return kind === 'invoices' ? { kind: 'invoices', count: 3 } : { kind: 'forever' }
  }
  return (
    <>
      <CellSelect
        label={`How long ${name} holds`}
        value={duration.kind}
        choices={DURATIONS}
        onChange={(kind) => onChange('duration', { duration: durationOf(kind) })}
      />
      {duration.kind === 'invoices' ? (
        <CellAmount
          label={`For how many invoices ${name} holds`}
          value={String(duration.count)}
          none="1"
          of={discount.id}
          rule={INVOICES}
          isNeeded
          onWrong={sayCount}
          onChange={(text) => {
            if (text !== null) onChange('duration', { duration: { kind: 'invoices', count: Number(text) } })
          }}
        />
      ) : null}
    </>
  )
}

/** A discount, or the discount of a coupon: what it takes off what, for how long. */
export function DiscountCard({
  discount,
  path,
  onChange,
  onRemove,
  children,
}: {
  readonly discount: Discount
  readonly path: string
  readonly onChange: Change
  readonly onRemove: () => void
  /** What a coupon has besides. */
  readonly children?: ReactNode
}) {
  const refused = useAccountRun((run) => run.refused)
  const problems = refused.filter((problem) => isBelow(problem.path, path))
  const { name, appliesTo = [], from } = discount
  const wrong = useWrong()
  return (
    <div className={styles.card} role="group" aria-label={name}>
      <div className={styles.line}>
        <CellText
          label={`Name of ${name}`}
          value={name}
          isWrong={wrong.isWrong('name')}
          onChange={(typed) => {
            wrong.say('name', typed === '' ? NO_NAME : null)
            if (typed !== '') onChange('name', { name: typed })
          }}
        />
        <Value discount={discount} onChange={onChange} />
        <RemoveButton label={`Remove ${name}`} onRemove={onRemove} />
      </div>
      <div className={styles.line}>
        <Duration discount={discount} wrong={wrong} onChange={onChange} />
        <span className={styles.hint}>from</span>
        <CellDate
          label={`From when ${name} holds`}
          value={from ?? null}
          onChange={(date) => onChange('first day', { from: date ?? undefined })}
        />
      </div>
      <FamilyField
        label={`What ${name} is taken off`}
        value={appliesTo}
        none="taken off everything"
        onChange={(families) =>
          onChange('lines', { appliesTo: families.length === 0 ? undefined : families })
        }
      />
      {children}
      {problems.length + wrong.messages.length === 0 ? null : (
        <p className={styles.told} role="alert">
          {[...wrong.messages, ...problems.map(({ message }) => message)].join(' ')}
        </p>
      )}
    </div>
  )
}
