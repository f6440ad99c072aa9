import { Button } from '@mantine/core'
import { useState } from 'react'
import type { LinkedOrApart, WorkspaceApart } from '#shared/linked-or-apart.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { CellSelect } from '#renderer/fields/CellSelect.tsx'
import { planNames } from '#renderer/finding/plan-names.ts'
import { allUsageIn, apartTitle } from '#renderer/finding/workspace-title.ts'
import { credits, currencySign, exactAmount, wholeCredits } from '#renderer/format/figures.ts'
import { signedAmount } from '#renderer/format/signed.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { useAnswer } from '#renderer/state/answers.ts'
import { openPart } from '#renderer/state/settings.ts'
import { useResults } from '#renderer/state/results.ts'
import { useWanted, want } from '#renderer/state/wanted.ts'
import { NO_FIGURE } from '#renderer/tables/figure-columns.ts'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { ScrollRegion } from '#renderer/tables/ScrollRegion.tsx'
import tables from '#renderer/tables/table.module.css'
import { KeptButton } from '#renderer/pages/KeptButton.tsx'
import { pressById } from '../inputs/press-by-id.ts'
import { PartExports } from '../PartExports.tsx'
import { apartColumns, billedOn } from './apart-columns.ts'
import styles from './workspaces.module.css'

type Plans = Readonly<Record<string, string>>

/** Of the button that has it worked out. */
const ASK_ID = 'ask-apart'

/** The plan that suits a workspace is the engine's to find. */
const FOUND = ''

/** The workspaces on one bill beside each on a bill of its own: asked for by a button, since it takes its time. */
export function Apart({ opened, billing }: { readonly opened: ResultSummary; readonly billing: string }) {
  const { value } = useAnswer('results.workspaceView', { id: opened.id, account: null, workspace: billing })
  const allIn = value?.kind === 'billing' ? allUsageIn(value) : null
  return allIn === null ? <Choice opened={opened} /> : <NothingToPart allIn={allIn} />
}

/** One workspace with all of the usage would be by itself what all are together. */
const NothingToPart = ({ allIn }: { readonly allIn: string }) => (
  <section aria-label="Linked or apart">
    <SectionHead
      title={`${allIn}: share it out to compare`}
      note="Linked or apart differ by what each workspace uses"
    >
      <Button size="compact-sm" variant="default" onClick={showUsage}>
        Go to the usage
      </Button>
    </SectionHead>
  </section>
)

function showUsage(): void {
  openPart('usage')
  want('part usage')
}

function Choice({ opened }: { readonly opened: ResultSummary }) {
  const [plans, setPlans] = useState<Plans>({})
  const [asked, setAsked] = useState<Plans | null>(null)
  const shown = { opened, plans, onPlan: setPlans, onAsk: () => setAsked(plans), isNewest: asked === plans }
  return asked === null ? (
    <Sheet {...shown} answer={undefined} problem={undefined} />
  ) : (
    <Asked {...shown} asked={asked} />
  )
}

interface SheetProps {
  readonly opened: ResultSummary
  readonly plans: Plans
  readonly onPlan: (plans: Plans) => void
  readonly onAsk: () => void
  /** What is shown is of these very plans. */
  readonly isNewest: boolean
}

function Asked({ asked, ...sheet }: SheetProps & { readonly asked: Plans }) {
  const { value, refused } = useAnswer('results.apart', { id: sheet.opened.id, plans: asked })
  return <Sheet {...sheet} answer={value} problem={refused[0]?.message} />
}

function Sheet({
  opened,
  plans,
  onPlan,
  onAsk,
  isNewest,
  answer,
  problem,
}: SheetProps & { readonly answer: LinkedOrApart | undefined; readonly problem: string | undefined }) {
  const { currency, workspaces } = opened
  const catalog = useResults((results) => results.catalog)
  const planName = planNames(catalog?.plans.map(({ id, name }) => ({ plan: id, name })) ?? [])
  useWanted('apart', () => pressById(ASK_ID))
  const isUnderWay = isNewest && answer === undefined && problem === undefined
  const note =
    problem ??
    (isUnderWay
      ? 'Billing each workspace by itself …'
      : 'Each on a plan of its own beside all on one bill; choose a plan, or leave it to be found')
  return (
    <section aria-label="Linked or apart">
      <SectionHead
        title={answer === undefined ? 'Linked or apart?' : apartTitle(answer, currency)}
        note={note}
      >
        <KeptButton
          id={ASK_ID}
          size="compact-sm"
          variant="default"
          idle={isNewest && problem === undefined}
          onClick={onAsk}
        >
          Work out linked or apart
        </KeptButton>
        {answer === undefined ? null : (
          <PartExports
            part="apart"
            of={{ opened, account: null }}
            tables={[
              tableOf('Linked or apart', () => ({
                columns: apartColumns(workspaces, planName, currency),
                rows: answer.workspaces,
              })),
            ]}
          />
        )}
      </SectionHead>
      <ScrollRegion label="Workspaces linked and apart">
        <table
          ref={oneStop}
          className={`${tables.table ?? ''} ${tables.many ?? ''} ${styles.apart ?? ''}`}
          data-old={!isNewest || undefined}
        >
          <caption className="visually-hidden">Each workspace linked, and by itself</caption>
          <Heads sign={currencySign(currency)} />
          <tbody>
            {workspaces.map(({ id, name }) => (
              <Row
                key={id}
                name={name}
                plan={(Object.hasOwn(plans, id) ? plans[id] : null) ?? FOUND}
                onPlan={(plan) => onPlan(withPlan(plans, id, plan))}
                apart={answer?.workspaces.find(({ workspace }) => workspace === id)}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              <td />
              <td />
              <Figures linked={answer?.linked} apart={answer?.apart} difference={answer?.difference} />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </section>
  )
}

const withPlan = (plans: Plans, workspace: string, plan: string): Plans =>
  Object.fromEntries(
    [...Object.entries(plans).filter(([id]) => id !== workspace), [workspace, plan] as const].filter(
      ([, chosen]) => chosen !== FOUND,
    ),
  )

const HEADS = [
  { id: 'linked', header: 'Linked', isMoney: true },
  { id: 'apart', header: 'Apart', isMoney: true },
  { id: 'difference', header: 'Difference', isMoney: true },
  { id: 'blocked', header: 'Blocked linked', isMoney: false },
  { id: 'blockedApart', header: 'Blocked apart', isMoney: false },
] as const

const Heads = ({ sign }: { readonly sign: string }) => (
  <thead>
    <tr>
      <th scope="col">Workspace</th>
      <th scope="col">Plan by itself</th>
      <th scope="col">Billed on</th>
      {HEADS.map(({ id, header, isMoney }) => (
        <th key={id} scope="col" className={tables.numeric}>
          {header}
          <span className={tables.unit}> {isMoney ? sign : 'credits'}</span>
        </th>
      ))}
    </tr>
  </thead>
)

function Row({
  name,
  plan,
  onPlan,
  apart,
}: {
  readonly name: string
  readonly plan: string
  readonly onPlan: (plan: string) => void
  readonly apart: WorkspaceApart | undefined
}) {
  const catalog = useResults((results) => results.catalog)
  const known = catalog?.plans.map(({ id, name: called }) => ({ plan: id, name: called })) ?? []
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <CellSelect
          label={`Plan of ${name} by itself`}
          value={plan}
          choices={[
            { value: FOUND, label: 'The one that suits' },
            ...known.map(({ plan: value, name: label }) => ({ value, label })),
          ]}
          onChange={onPlan}
        />
      </td>
      <td>{apart === undefined ? NO_FIGURE : billedOn(apart, planNames(known))}</td>
      <Figures linked={apart?.linked} apart={apart?.apart} difference={apart?.difference} />
    </tr>
  )
}

interface Work {
  readonly total: string
  readonly blockedCredits: string
}

const Figures = ({
  linked,
  apart,
  difference,
}: {
  readonly linked: Work | undefined
  readonly apart: Work | undefined
  readonly difference: string | undefined
}) => (
  <>
    {[linked?.total, apart?.total].map((figure, place) => (
      <td key={HEADS[place]?.id} className={tables.numeric}>
        {figure === undefined ? NO_FIGURE : exactAmount(figure)}
      </td>
    ))}
    <td className={tables.numeric}>{difference === undefined ? NO_FIGURE : signedAmount(difference)}</td>
    {[linked?.blockedCredits, apart?.blockedCredits].map((figure, place) => (
      <td
        key={place === 0 ? 'blocked' : 'blockedApart'}
        className={tables.numeric}
        title={figure === undefined ? undefined : credits(figure)}
      >
        {figure === undefined ? NO_FIGURE : wholeCredits(figure)}
      </td>
    ))}
  </>
)
