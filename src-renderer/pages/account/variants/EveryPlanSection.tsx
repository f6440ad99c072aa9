import { IconChevronRight } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { AccountOnPlans } from '#shared/account-on-plans.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import {
  everyPlanNote,
  everyPlanTitle,
  type HeldOn,
  heldOnInWords,
  isHeld,
  lackInWords,
  type NotHeldOn,
} from '#renderer/finding/plan-fit-in-words.ts'
import { type PlanNames, planNames } from '#renderer/finding/plan-names.ts'
import { currencySign } from '#renderer/format/figures.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { putOnPlan, variantOnPlan } from '#renderer/state/account-edits/put-on-plan.ts'
import { MOST_COMPARED } from '#renderer/state/account-edits/variants.ts'
import { useLastAnswer } from '#renderer/state/answers.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { useEveryPlan } from '#renderer/state/every-plan.ts'
import { useResults } from '#renderer/state/results.ts'
import { useWanted } from '#renderer/state/wanted.ts'
import { type Column, toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { FigureCell, HeaderCells } from '#renderer/tables/DataTable.tsx'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import table from '#renderer/tables/table.module.css'
import { Part } from '#renderer/pages/Part.tsx'
import { PartExports } from '../PartExports.tsx'
import { everyPlanColumns, type MoveDays } from './every-plan-columns.ts'
import { MOST_DAYS, targetsAbove } from './upgrade-targets.ts'
import { compareWith } from './variant-edits.ts'
import styles from './every-plan.module.css'

const NO_PLANS: AccountOnPlans = { people: 0, leavesOutMoves: false, plans: [] }

/** The best days to move up, where somebody has asked for those of every plan. */
function useMoveDays(opened: ResultSummary, targets: readonly string[]): MoveDays {
  const upgrades = useLastAnswer('results.bestUpgrades', {
    id: opened.id,
    plans: [...targets],
    mostDays: MOST_DAYS,
  })
  return useMemo(
    () =>
      new Map(
        (upgrades?.plans ?? []).flatMap((one) =>
          one.kind === 'tried' ? [[one.plan, one.best] as const] : [],
        ),
      ),
    [upgrades],
  )
}

/** The whole account on every plan: ranked, those that cannot hold it last, each with what it lacks. */
export function EveryPlanSection({
  opened,
  account,
  compared,
}: {
  readonly opened: ResultSummary
  readonly account: WindowAccount
  /** How many variants there are already. */
  readonly compared: number
}) {
  const answer = useEveryPlan(account)
  const catalog = useResults((results) => results.catalog)
  const section = useRef<HTMLElement>(null)
  useWanted('every plan', () => {
    section.current?.scrollIntoView({ block: 'start' })
    section.current?.focus()
  })
  const plans = catalog?.plans ?? []
  const names = planNames(plans.map(({ id, name }) => ({ plan: id, name })))
  const value = answer.value ?? NO_PLANS
  const targets = targetsAbove(
    opened.plan,
    plans.map(({ id }) => id),
    value,
  )
  const moves = useMoveDays(opened, targets)
  const columns = everyPlanColumns(currencySign(opened.currency), account.months, moves)
  const copied: readonly Column<HeldOn>[] = [
    { id: 'plan', header: 'Plan', text: ({ plan }) => names(plan) },
    ...columns,
  ]
  const held = () => value.plans.filter(isHeld)
  const isTold = answer.value !== undefined
  return (
    <section ref={section} tabIndex={-1} aria-label="This account on every plan">
      <SectionHead
        title={isTold ? everyPlanTitle(value, names) : 'This account on every plan'}
        note={
          isTold ? everyPlanNote(value, account.months) : 'The whole account, from its first day to its last'
        }
      >
        <CopyTable text={() => toTsv(copied, held())} />
        <PartExports
          part="everyPlan"
          of={{ opened, account: null }}
          tables={[tableOf('This account on every plan', () => ({ columns: copied, rows: held() }))]}
        />
      </SectionHead>
      <Part name="This account on every plan" of={answer}>
        {(told) => (
          <ScrollRegion label="Every plan as a table">
            <PlanRows
              told={told}
              columns={columns}
              own={opened.plan}
              names={names}
              account={account}
              isCurrent={!answer.isOld}
              isFull={compared >= MOST_COMPARED}
            />
          </ScrollRegion>
        )}
      </Part>
    </section>
  )
}

interface RowProps {
  readonly own: string
  readonly names: PlanNames
  readonly account: WindowAccount
  /** That the figures are of the account on screen. */
  readonly isCurrent: boolean
  /** That there is no room for another variant. */
  readonly isFull: boolean
}

function PlanRows({
  told,
  columns,
  ...of
}: RowProps & { readonly told: AccountOnPlans; readonly columns: readonly Column<HeldOn>[] }) {
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <table ref={oneStop} className={`${table.table ?? ''} ${table.many ?? ''} ${styles.table ?? ''}`}>
      <caption className="visually-hidden">This account on every plan, the best first</caption>
      <thead>
        <tr>
          <th scope="col">Plan</th>
          <HeaderCells columns={columns} />
          <th scope="col">
            <span className="visually-hidden">What to do with it</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {told.plans.map((row) =>
          isHeld(row) ? (
            <tr key={row.plan} data-own={row.plan === of.own}>
              <PlanCell plan={row.plan} {...of} />
              {columns.map((column) => (
                <FigureCell key={column.id} column={column} row={row} className={styles[column.id]} />
              ))}
              <Actions row={row} {...of} />
            </tr>
          ) : (
            <Refused
              key={row.plan}
              row={row}
              columns={columns.length}
              isOpen={opened === row.plan}
              onToggle={() => setOpened(opened === row.plan ? null : row.plan)}
              {...of}
            />
          ),
        )}
      </tbody>
    </table>
  )
}

const PlanCell = ({ plan, own, names }: Pick<RowProps, 'own' | 'names'> & { readonly plan: string }) => (
  <th scope="row">
    <div className={styles.plan}>
      <span>{names(plan)}</span>
      {plan === own ? <span className={styles.mark}>in force</span> : null}
    </div>
  </th>
)

function Actions({ row, own, names, account, isCurrent, isFull }: RowProps & { readonly row: HeldOn }) {
  const name = heldOnInWords(row, names)
  const isThere = row.plan === own && row.seatsToBuy === 0
  return (
    <td className={styles.actions}>
      {isThere ? null : (
        <button
          type="button"
          aria-disabled={!isCurrent}
          aria-label={`Put on it: the account on ${name}`}
          title={`Put the account on ${name}`}
          onClick={() => {
            if (isCurrent) putOnPlan(row.on, name)
          }}
        >
          Put on it
        </button>
      )}
      {isThere || isFull ? null : (
        <button
          type="button"
          aria-disabled={!isCurrent}
          aria-label={`Compare with ${name} as a variant`}
          title={`Compare with ${name} as a variant`}
          onClick={() => {
            if (isCurrent) compareWith(name, [variantOnPlan(account, row.on, name)])
          }}
        >
          Compare
        </button>
      )}
    </td>
  )
}

/** A plan that cannot hold the account: what it lacks in a few words, and in whole sentences once they are asked for. */
function Refused({
  row,
  columns,
  isOpen,
  onToggle,
  own,
  names,
}: Pick<RowProps, 'own' | 'names'> & {
  readonly row: NotHeldOn
  readonly columns: number
  readonly isOpen: boolean
  readonly onToggle: () => void
}) {
  const sentences = row.problems.map(({ message }) => message).join(' ')
  return (
    <tr data-refused>
      <PlanCell plan={row.plan} own={own} names={names} />
      <td colSpan={columns + 1} className={styles.lacks}>
        <div title={sentences}>
          {row.lacks.map((lack) => (
            <span key={lack.kind} className={styles.lack}>
              {lackInWords(lack)}
            </span>
          ))}
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={`Why ${names(row.plan)} cannot hold the account`}
            onClick={onToggle}
          >
            <IconChevronRight size={12} aria-hidden />
            Why
          </button>
        </div>
        {isOpen ? <p>{sentences}</p> : null}
      </td>
    </tr>
  )
}
