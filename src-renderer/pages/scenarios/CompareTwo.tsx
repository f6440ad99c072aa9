import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import type { DocumentSummary } from '#shared/library.ts'
import type {
  ComparedSide,
  CreditsFigure,
  MoneyFigure,
  ResultsDifference,
} from '#shared/results-difference.ts'
import { causeClause } from '#renderer/finding/block-causes.ts'
import { inputDifferences } from '#renderer/finding/scenario-differences.ts'
import { credits, isZero, money } from '#renderer/format/figures.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { endComparing, useLibrary } from '#renderer/state/library.ts'
import { reasonOf } from '#renderer/state/open-scenario.ts'
import styles from './compare-two.module.css'

const MONEY_NAMES: Readonly<Record<MoneyFigure, string>> = {
  total: 'Total',
  perMonth: 'A month',
  subscription: 'Subscription',
  overage: 'Overage',
  packs: 'Credit packs',
  topUps: 'Top-ups',
  trueUp: 'True-ups',
  discount: 'Discounts taken off',
  taxAdded: 'Tax added',
  expiredPrepaid: 'Prepaid money expired',
}

const CREDITS_NAMES: Readonly<Record<CreditsFigure, string>> = {
  usage: 'Asked for',
  served: 'Served',
  overage: 'Of it beyond the credits on hand',
  blocked: 'Blocked',
  expired: 'Expired unused',
  forfeited: 'Forfeited unused',
  remaining: 'Left at the end',
  owed: 'Owed at the end',
}

interface Row {
  readonly key: string
  readonly name: string
  readonly left: string
  readonly right: string
  readonly difference: string
}

/** More is written with its sign, like less. */
const signed = (difference: string | null, print: (figure: string) => string): string => {
  if (difference === null) return ''
  if (isZero(difference.replace('-', ''))) return '–'
  return difference.startsWith('-') ? print(difference).replace('-', '−') : `+${print(difference)}`
}

const isTold = ({ left, right }: { readonly left: string; readonly right: string }): boolean =>
  !isZero(left) || !isZero(right)

function rowsOf(told: ResultsDifference): readonly Row[] {
  const [one, other] = [currencyOf(told.left), currencyOf(told.right)]
  return [
    ...told.money.filter(isTold).map(({ what, left, right, difference }) => ({
      key: what,
      name: MONEY_NAMES[what],
      left: money(left, one),
      right: money(right, other),
      difference: signed(difference, (figure) => money(figure, one)),
    })),
    ...told.credits.filter(isTold).map(({ what, left, right, difference }) => ({
      key: `credits ${what}`,
      name: `${CREDITS_NAMES[what]}, credits`,
      left: credits(left),
      right: credits(right),
      difference: signed(difference, credits),
    })),
    ...told.blocked.map(({ cause, left, right, difference }) => ({
      key: `blocked ${cause}`,
      name: `Blocked because ${causeClause(cause)}`,
      left: credits(left),
      right: credits(right),
      difference: signed(difference, credits),
    })),
  ]
}

const currencyOf = (side: ComparedSide): string => (side.kind === 'billed' ? side.currency : 'USD')

function Table({
  caption,
  names,
  numeric,
  children,
}: {
  readonly caption: string
  readonly names: readonly [string, string]
  readonly numeric: boolean
  readonly children: ReactNode
}) {
  return (
    <table className={styles.table} data-numeric={numeric}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{names[0]}</th>
          <th scope="col">{names[1]}</th>
          {numeric ? <th scope="col">Difference</th> : null}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

function Inputs({ left, right }: { readonly left: DocumentSummary; readonly right: DocumentSummary }) {
  const one = useAnswer('library.revision', { id: left.id, revision: left.revision }).value
  const other = useAnswer('library.revision', { id: right.id, revision: right.revision }).value
  if (one?.kind !== 'scenario' || other?.kind !== 'scenario') return null
  const rows = inputDifferences(one.content.scenario, other.content.scenario)
  if (rows.length === 0) return <p>Their inputs are the same.</p>
  return (
    <Table caption="What differs in inputs" names={[left.name, right.name]} numeric={false}>
      {rows.map((row) => (
        <tr key={row.field}>
          <th scope="row">{row.field}</th>
          <td>{row.left}</td>
          <td>{row.right}</td>
        </tr>
      ))}
    </Table>
  )
}

function Results({ left, right }: { readonly left: DocumentSummary; readonly right: DocumentSummary }) {
  const { value, refused } = useAnswer('stored.difference', {
    left: { id: left.id, revision: left.revision },
    right: { id: right.id, revision: right.revision },
  })
  if (refused.length > 0) return <p>Their results cannot be read: {reasonOf(refused)}</p>
  if (value === undefined) return <p>Working out what they come to …</p>
  const unbilled = [
    { name: left.name, side: value.left },
    { name: right.name, side: value.right },
  ].flatMap(({ name, side }) => (side.kind === 'refused' ? [{ name, why: reasonOf(side.problems) }] : []))
  if (unbilled.length > 0) {
    return unbilled.map(({ name, why }) => (
      <p key={name}>
        “{name}” cannot be billed: {why}
      </p>
    ))
  }
  return (
    <Table caption="What they come to" names={[left.name, right.name]} numeric>
      {rowsOf(value).map((row) => (
        <tr key={row.key}>
          <th scope="row">{row.name}</th>
          <td>{row.left}</td>
          <td>{row.right}</td>
          <td>{row.difference}</td>
        </tr>
      ))}
    </Table>
  )
}

/** The two scenarios that are selected, side by side: what differs in their inputs, and what in their results. */
export function CompareTwo({ rows }: { readonly rows: readonly DocumentSummary[] }) {
  const { comparing, selected, beside } = useLibrary()
  const left = rows.find(({ id }) => id === selected)
  const right = rows.find(({ id }) => id === beside)
  return (
    <Modal
      opened={comparing && left !== undefined && right !== undefined}
      onClose={endComparing}
      title="Two scenarios side by side"
      size={960}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {left && right ? (
        <div className={styles.two} tabIndex={0} role="region" aria-label="What differs">
          <Inputs left={left} right={right} />
          <Results left={left} right={right} />
        </div>
      ) : null}
    </Modal>
  )
}
