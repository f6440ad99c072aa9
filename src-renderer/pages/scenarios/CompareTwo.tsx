import { Button, Modal } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { DocumentSummary } from '#shared/library.ts'
import type {
  ComparedSide,
  CreditsFigure,
  MoneyFigure,
  ResultsDifference,
} from '#shared/results-difference.ts'
import { causeClause } from '#renderer/finding/block-causes.ts'
import { type InputDifference, inputDifferences } from '#renderer/finding/scenario-differences.ts'
import { credits, isZero, money } from '#renderer/format/figures.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { endComparing, useLibrary } from '#renderer/state/library.ts'
import { reasonOf } from '#renderer/state/open-scenario.ts'
import { inFileNames, saveTableAs } from '#renderer/state/save-file.ts'
import type { Column } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { type ExportableTable, tableOf } from '#renderer/tables/exportable-table.ts'
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

/** The names of both scenarios. */
type Pair = readonly [left: string, right: string]

interface Row {
  readonly key: string
  readonly name: string
  readonly left: string
  readonly right: string
  readonly difference: string
  /** The figures of the row as the engine gave them. */
  readonly exact: Pick<ResultsDifference['money'][number], 'left' | 'right' | 'difference'>
}

/** More is written with its sign, like less. */
const signed = (difference: string | null, print: (figure: string) => string): string => {
  if (difference === null) return ''
  if (isZero(difference.replace('-', ''))) return '–'
  return difference.startsWith('-') ? print(difference) : `+${print(difference)}`
}

const isTold = ({ left, right }: { readonly left: string; readonly right: string }): boolean =>
  !isZero(left) || !isZero(right)

function rowsOf(told: ResultsDifference): readonly Row[] {
  const [one, other] = [currencyOf(told.left), currencyOf(told.right)]
  return [
    ...told.money.filter(isTold).map(({ what, left, right, difference }) => ({
      exact: { left, right, difference },
      key: what,
      name: MONEY_NAMES[what],
      left: money(left, one),
      right: money(right, other),
      difference: signed(difference, (figure) => money(figure, one)),
    })),
    ...told.credits.filter(isTold).map(({ what, left, right, difference }) => ({
      exact: { left, right, difference },
      key: `credits ${what}`,
      name: `${CREDITS_NAMES[what]}, credits`,
      left: credits(left),
      right: credits(right),
      difference: signed(difference, credits),
    })),
    ...told.blocked.map(({ cause, left, right, difference }) => ({
      exact: { left, right, difference },
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
  readonly names: Pair
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

const INPUT_COLUMNS = (left: string, right: string): readonly Column<InputDifference>[] => [
  { id: 'field', header: 'Input', text: ({ field }) => field },
  { id: 'left', header: left, text: (row) => row.left },
  { id: 'right', header: right, text: (row) => row.right },
]

const RESULT_COLUMNS = (left: string, right: string): readonly Column<Row>[] => [
  { id: 'name', header: 'Figure', text: ({ name }) => name },
  { id: 'left', header: left, numeric: true, figure: ({ exact }) => exact.left, text: (row) => row.left },
  { id: 'right', header: right, numeric: true, figure: ({ exact }) => exact.right, text: (row) => row.right },
  {
    id: 'difference',
    header: 'Difference',
    numeric: true,
    figure: ({ exact }) => exact.difference,
    text: (row) => row.difference,
  },
]

/** Copies a table of two scenarios, and saves it by both their names. */
function Actions({ of: [left, right], table }: { readonly of: Pair; readonly table: ExportableTable }) {
  const { name, tsv } = table
  return (
    <div className={styles.actions} role="group" aria-label={name}>
      {tsv === null ? null : <CopyTable text={tsv} />}
      <Button
        variant="subtle"
        color="gray"
        size="compact-xs"
        leftSection={<IconDownload size={14} />}
        onClick={() => void saveTableAs(`${inFileNames(left)} beside ${inFileNames(right)}, ${name}`, table)}
      >
        Save as CSV
      </Button>
    </div>
  )
}

function Inputs({ left, right }: { readonly left: DocumentSummary; readonly right: DocumentSummary }) {
  const one = useAnswer('library.revision', { id: left.id, revision: left.revision }).value
  const other = useAnswer('library.revision', { id: right.id, revision: right.revision }).value
  if (one?.kind !== 'scenario' || other?.kind !== 'scenario') return null
  const rows = inputDifferences(one.content.scenario, other.content.scenario)
  if (rows.length === 0) return <p>Their inputs are the same.</p>
  const names: Pair = [left.name, right.name]
  return (
    <div>
      <Table caption="What differs in inputs" names={names} numeric={false}>
        {rows.map((row) => (
          <tr key={row.field}>
            <th scope="row">{row.field}</th>
            <td>{row.left}</td>
            <td>{row.right}</td>
          </tr>
        ))}
      </Table>
      <Actions of={names} table={tableOf('inputs', () => ({ columns: INPUT_COLUMNS(...names), rows }))} />
    </div>
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
  const rows = rowsOf(value)
  const names: Pair = [left.name, right.name]
  return (
    <div>
      <Table caption="What they come to" names={names} numeric>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>{row.left}</td>
            <td>{row.right}</td>
            <td>{row.difference}</td>
          </tr>
        ))}
      </Table>
      <Actions of={names} table={tableOf('results', () => ({ columns: RESULT_COLUMNS(...names), rows }))} />
    </div>
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
