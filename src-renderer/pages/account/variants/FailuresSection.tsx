import type { BothFailures } from '#shared/analysis.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { widthsOf } from '#renderer/charts/bar-widths.ts'
import { failuresNote, failuresTitle } from '#renderer/finding/failures-in-words.ts'
import { type PlanNames, planNames } from '#renderer/finding/plan-names.ts'
import { currencySign } from '#renderer/format/figures.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { useAnswer } from '#renderer/state/answers.ts'
import { useAccount } from '#renderer/state/draft.ts'
import { useResults } from '#renderer/state/results.ts'
import { toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { FigureCell, HeaderCells } from '#renderer/tables/DataTable.tsx'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import table from '#renderer/tables/table.module.css'
import { Part } from '#renderer/pages/Part.tsx'
import { PartExports } from '../PartExports.tsx'
import { copiedFailures, failureColumns } from './failure-columns.ts'
import { FailureReasons } from './FailureReasons.tsx'
import styles from './variants.module.css'

const NONE: readonly BothFailures[] = []

/** What a plan that cannot hold the account lacks is told of every plan above. */
const billedOf = (failures: readonly BothFailures[]) => failures.filter((one) => one.kind === 'billed')

/** What each plan would stop with overage off, beside what it would take with overage on. */
export function FailuresSection({ opened }: { readonly opened: ResultSummary }) {
  const answer = useAnswer('results.bothFailures', { id: opened.id })
  const { value } = answer
  const catalog = useResults((results) => results.catalog)
  const months = useAccount()?.months ?? 0
  const names = planNames(catalog?.plans.map(({ id, name }) => ({ plan: id, name })) ?? [])
  const failures = value ?? NONE
  const columns = failureColumns(currencySign(opened.currency))
  const billed = () => billedOf(failures)
  const title =
    value === undefined ? 'Both failures' : failuresTitle(failures, opened.plan, names, opened.currency)
  const note = value === undefined ? 'What every plan would stop or take' : failuresNote(billed(), months)
  return (
    <section aria-label="Both failures">
      <SectionHead title={title} note={note}>
        <CopyTable text={() => toTsv(copiedFailures(columns, names), billed())} />
        <PartExports
          part="failures"
          of={{ opened, account: null }}
          tables={[
            tableOf('Both failures', () => ({ columns: copiedFailures(columns, names), rows: billed() })),
          ]}
        />
      </SectionHead>
      <Part name="What every plan would stop or take" of={answer}>
        {(told) => (
          <ScrollRegion label="Both failures as a table">
            <FailuresTable billed={billedOf(told)} columns={columns} own={opened.plan} names={names} />
          </ScrollRegion>
        )}
      </Part>
    </section>
  )
}

const Bar = ({ width, of }: { readonly width: string | undefined; readonly of: 'blocked' | 'money' }) => (
  <td className={styles.barCell} aria-hidden>
    <span className={styles[of]} style={{ width }} />
  </td>
)

function FailuresTable({
  billed,
  columns: { offTotal, blocked, causes, onTotal, overage, still },
  own,
  names,
}: {
  readonly billed: ReturnType<typeof billedOf>
  readonly columns: ReturnType<typeof failureColumns>
  /** The plan in force. */
  readonly own: string
  readonly names: PlanNames
}) {
  const blockedWidths = widthsOf(billed.map((one) => one.blocked.blockedCredits))
  const overageWidths = widthsOf(billed.map(({ overflow }) => overflow?.overage ?? '0'))
  return (
    <table ref={oneStop} className={`${table.table ?? ''} ${table.many ?? ''} ${styles.failures ?? ''}`}>
      <caption className="visually-hidden">What each plan blocks, and what it takes</caption>
      <thead>
        <tr className={styles.sides}>
          <td />
          <th scope="colgroup" colSpan={4}>
            Overage off
          </th>
          <th scope="colgroup" colSpan={4}>
            Overage on
          </th>
          <td />
        </tr>
        <tr>
          <th scope="col">Plan</th>
          <HeaderCells columns={[offTotal, blocked]} />
          <td />
          <HeaderCells columns={[causes, onTotal, overage]} />
          <td />
          <HeaderCells columns={[still]} />
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {billed.map((one, place) => (
          <tr key={one.plan} data-baseline={one.plan === own}>
            <th scope="row">
              <div className={styles.name}>
                <span className={styles.own}>{names(one.plan)}</span>
                {one.plan === own ? <span className={styles.mark}>in force</span> : null}
              </div>
            </th>
            <FigureCell column={offTotal} row={one} />
            <FigureCell column={blocked} row={one} />
            <Bar width={blockedWidths[place]} of="blocked" />
            <FigureCell column={causes} row={one} className={styles.causes} />
            <FigureCell column={onTotal} row={one} />
            <FigureCell column={overage} row={one} />
            <Bar width={overageWidths[place]} of="money" />
            <FigureCell column={still} row={one} />
            <td>
              <FailureReasons row={one} name={names(one.plan)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
