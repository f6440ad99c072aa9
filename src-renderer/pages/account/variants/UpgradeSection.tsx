import { IconChevronRight } from '@tabler/icons-react'
import { useId, useMemo, useRef, useState } from 'react'
import type { BestUpgrades } from '#shared/analysis.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import type { UpgradeMove } from '#shared/reference.ts'
import { moneyAxis } from '#renderer/charts/axis-words.ts'
import type { DayLine } from '#renderer/charts/day-plot.ts'
import { DayLines } from '#renderer/charts/DayLines.tsx'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { buyingInWords } from '#renderer/finding/buying-in-words.ts'
import type { Sentence } from '#renderer/finding/finding.ts'
import { type PlanNames, planNames } from '#renderer/finding/plan-names.ts'
import { triedAmong, triedNote, type TriedUpgrade, upgradeTitle } from '#renderer/finding/upgrade-in-words.ts'
import { monthOf } from '#renderer/format/days.ts'
import { currencySign, day } from '#renderer/format/figures.ts'
import { signedMoney } from '#renderer/format/signed.ts'
import { SectionHead, TableToggle } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { useAnswer } from '#renderer/state/answers.ts'
import { addChange } from '#renderer/state/change-edits.ts'
import { editAccount, type WindowAccount } from '#renderer/state/draft.ts'
import { useEveryPlan, useWhatToBuy } from '#renderer/state/every-plan.ts'
import { useResults } from '#renderer/state/results.ts'
import { useWanted } from '#renderer/state/wanted.ts'
import { type Column, toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { DataTable } from '#renderer/tables/DataTable.tsx'
import { creditColumn, moneyColumn } from '#renderer/tables/figure-columns.ts'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import { inkName } from '#renderer/theme/plan-colors.ts'
import { KeptButton } from '#renderer/pages/KeptButton.tsx'
import { Part } from '#renderer/pages/Part.tsx'
import { PartExports } from '../PartExports.tsx'
import { type DayRow, UpgradeReasons } from './UpgradeReasons.tsx'
import { MOST_DAYS, targetsAbove } from './upgrade-targets.ts'
import styles from './variants.module.css'

const ALL = '*'

/** What to buy and when, and the best day to move up; asked once it is opened, for every day of it is billed in full. */
export function UpgradeSection({
  opened,
  account,
}: {
  readonly opened: ResultSummary
  readonly account: WindowAccount
}) {
  const [isOpen, setOpen] = useState(false)
  const body = useId()
  const head = useRef<HTMLButtonElement>(null)
  useWanted('upgrade', () => {
    setOpen(true)
    head.current?.scrollIntoView({ block: 'start' })
    head.current?.focus()
  })
  const catalog = useResults((results) => results.catalog)
  const plans = catalog?.plans ?? []
  const names = planNames(plans.map(({ id, name }) => ({ plan: id, name })))
  return (
    <section aria-label="Best upgrade date">
      <h2 className={styles.fold}>
        <button
          ref={head}
          type="button"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => setOpen(!isOpen)}
        >
          <IconChevronRight size={14} aria-hidden />
          Best upgrade date
        </button>
      </h2>
      <div id={body} hidden={!isOpen}>
        {isOpen ? (
          <Bought opened={opened} account={account} ladder={plans.map(({ id }) => id)} names={names} />
        ) : null}
      </div>
    </section>
  )
}

interface OfPlans {
  readonly opened: ResultSummary
  readonly account: WindowAccount
  readonly names: PlanNames
}

/** The answer for the whole account, and then the days of the plans that it could move up to. */
function Bought({ ladder, ...of }: OfPlans & { readonly ladder: readonly string[] }) {
  const { opened, account, names } = of
  const bought = useWhatToBuy(account)
  const every = useEveryPlan(account).value
  const above = every === undefined ? null : targetsAbove(opened.plan, ladder, every)
  return (
    <>
      <Part name="What to buy, and when" of={bought}>
        {(value) =>
          value === null ? (
            <p className={styles.note}>No plan holds the account as it is.</p>
          ) : (
            <Advice
              {...buyingInWords(value, {
                names,
                currency: opened.currency,
                months: account.months,
                today: opened.plan,
                hasHigher: every !== undefined && targetsAbove(value.best.plan, ladder, every).length > 0,
              })}
            />
          )
        }
      </Part>
      {above === null || bought.value === undefined ? null : (
        <Upgrades {...of} above={above} advised={bought.value?.best.move?.plan ?? null} />
      )}
    </>
  )
}

const Advice = ({ headline, detail }: Sentence) => (
  <div className={styles.advice}>
    <p>{headline}</p>
    <p className={styles.note}>{detail}</p>
  </div>
)

function Upgrades({
  opened,
  account,
  above,
  advised,
  names,
}: OfPlans & {
  /** The plans above the account's that hold it, by their ids. */
  readonly above: readonly string[]
  /** The one that the advice moves to. */
  readonly advised: string | null
}) {
  const [chosen, setChosen] = useState<string | null>(null)
  const known = [chosen, advised].find((plan) => plan !== null && (plan === ALL || above.includes(plan)))
  const wanted = known ?? above[0]
  if (wanted === undefined) return null
  return (
    <>
      <label className={styles.choice}>
        Move up to
        <CellSelect
          label="Plan to move up to"
          value={wanted}
          choices={[
            ...above.map((plan) => ({ value: plan, label: names(plan) })),
            ...(above.length > 1 ? [{ value: ALL, label: 'any plan above' }] : []),
          ]}
          onChange={setChosen}
        />
      </label>
      <Tried opened={opened} account={account} plans={wanted === ALL ? above : [wanted]} names={names} />
    </>
  )
}

/** What regrets are measured by: the best day of all that were tried or, where that is never, never. */
const bestOf = ({ best }: BestUpgrades, { plan }: DayRow): UpgradeMove => best ?? { plan, on: null }

const columnsFor = (sign: string, names: PlanNames): readonly Column<DayRow>[] => [
  { id: 'plan', header: 'Plan', text: ({ plan }) => names(plan) },
  { id: 'on', header: 'Day', text: ({ on }) => (on === null ? 'never' : day(on)) },
  moneyColumn(sign, { id: 'attributable', header: 'Cost', figure: (row) => row.attributable }),
  moneyColumn(sign, { id: 'regret', header: 'Regret', figure: (row) => row.regret }),
  moneyColumn(sign, { id: 'total', header: 'Billed', figure: (row) => row.total }),
  creditColumn({ id: 'blocked', header: 'Blocked', figure: (row) => row.blockedCredits }),
]

const linesOf = (tried: readonly TriedUpgrade[], names: PlanNames): readonly DayLine[] =>
  tried.map(({ plan, days, best }, place) => ({
    id: plan,
    name: names(plan),
    ink: inkName(plan, place),
    points: days.flatMap(({ on, regret }) => (on === null ? [] : [{ on, figure: regret }])),
    marked: best,
  }))

function Tried({ opened, account, plans, names }: OfPlans & { readonly plans: readonly string[] }) {
  const upgrades = useAnswer('results.bestUpgrades', {
    id: opened.id,
    plans: [...plans],
    mostDays: MOST_DAYS,
  })
  return (
    <Part name="The best day" of={upgrades}>
      {(value) => (
        <Days
          opened={opened}
          account={account}
          names={names}
          value={value}
          isCurrent={!upgrades.isOld && !upgrades.isAwaited}
        />
      )}
    </Part>
  )
}

function Days({
  opened,
  account,
  names,
  value,
  isCurrent,
}: OfPlans & { readonly value: BestUpgrades; readonly isCurrent: boolean }) {
  const [table, setTable] = useState(false)
  const { currency } = opened
  const tried = useMemo(() => triedAmong(value), [value])
  const lines = linesOf(tried, names)
  const rows = tried.flatMap(({ plan, days }) => days.map((one) => ({ ...one, plan })))
  const columns = columnsFor(currencySign(currency), names)
  const { best } = value
  function add(plan: string, on: string): void {
    editAccount(`Upgrade to ${names(plan)} on ${day(on)}`, (now) =>
      addChange(now, { kind: 'changePlan', on, plan, timing: 'now' }),
    )
  }
  const readout = (on: string): string =>
    [
      day(on),
      ...tried.flatMap(({ plan, days }) => {
        const found = days.find((one) => one.on === on)
        return found === undefined ? [] : [`${names(plan)} ${signedMoney(found.regret, currency)}`]
      }),
    ].join(', ')
  return (
    <div data-part>
      <SectionHead title={upgradeTitle(value, account.plan, names)} note={triedNote(value)}>
        {best === null ? null : (
          <KeptButton
            size="compact-sm"
            variant="default"
            idle={!isCurrent}
            onClick={() => add(best.plan, best.on)}
          >
            Add this upgrade
          </KeptButton>
        )}
        {table ? <CopyTable text={() => toTsv(columns, rows)} /> : null}
        {lines.length === 0 ? null : (
          <>
            <PartExports
              part="upgrades"
              of={{ opened, account: null }}
              tables={[tableOf('Every day tried', () => ({ columns, rows }))]}
              onTurn={() => setTable(!table)}
            />
            <TableToggle shown={table} onToggle={setTable} />
          </>
        )}
      </SectionHead>
      {value.plans.map((one) =>
        one.kind === 'refused' ? (
          <p key={one.plan} className={styles.refused}>
            {names(one.plan)}: {one.problems.map(({ message }) => message).join(' ')}
          </p>
        ) : null,
      )}
      {table ? (
        <div className={styles.days}>
          <ScrollRegion label="Days as a table">
            <DataTable
              caption="Every day tried"
              columns={columns}
              rows={rows}
              rowKey={({ plan, on }) => `${plan} ${on ?? 'never'}`}
              actions={{
                header: 'Why',
                of: (row) => <UpgradeReasons row={row} best={bestOf(value, row)} name={names(row.plan)} />,
              }}
            />
          </ScrollRegion>
        </div>
      ) : lines.length === 0 ? null : (
        <div data-chart>
          <DayLines
            lines={lines}
            words={{
              label: 'Regret of each day; arrow keys read one day after the other',
              tick: moneyAxis(currency),
              month: monthOf,
              readout,
            }}
          />
        </div>
      )}
    </div>
  )
}
