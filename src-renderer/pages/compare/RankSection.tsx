import { useMemo } from 'react'
import type { AccountOnPlans } from '#shared/account-on-plans.ts'
import type { Comparison, PlanCost } from '#shared/comparison.ts'
import { focusPlan } from '#renderer/commands/registry.ts'
import { LOST_ABOUTS } from '#renderer/finding/lost-abouts.ts'
import { isHeld, notHeldInWords } from '#renderer/finding/plan-fit-in-words.ts'
import { cheapestPlans, ranked } from '#renderer/finding/ranking.ts'
import { credits, currencySign, fineAmount, isZero, plural, wholeCredits } from '#renderer/format/figures.ts'
import { SectionHead } from '#renderer/pages/open-scenario/SectionHead.tsx'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { useResults } from '#renderer/state/results.ts'
import { ExportMenu } from '#renderer/pages/ExportMenu.tsx'
import { type Column, toTsv } from '#renderer/tables/column.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import { tableOf } from '#renderer/tables/exportable-table.ts'
import { creditColumn, moneyColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'
import { type RankedPlan, RankTable } from '#renderer/tables/RankTable.tsx'
import { inkName } from '#renderer/theme/plan-colors.ts'
import { useHeldPlans, useKeptAccount } from './use-held-plans.ts'
import styles from './compare.module.css'

/** Why there is no price per 1,000 credits, or what it leaves out. */
function perThousandHint({ perThousand, servedCredits, blockedCredits }: PlanCost): string | undefined {
  if (perThousand === null) {
    return isZero(servedCredits)
      ? 'No credits are served, so they have no price.'
      : 'Too few credits are served for a price per 1,000.'
  }
  if (isZero(blockedCredits)) return undefined
  return `Of the ${credits(servedCredits)} credits it serves; ${credits(blockedCredits)} more are blocked.`
}

/** The figures of the ranking. */
export const rankColumns = (sign: string): readonly Column<PlanCost>[] => [
  moneyColumn(sign, { id: 'total', header: 'Total', figure: (plan) => plan.total }),
  moneyColumn(sign, { id: 'monthly', header: 'A month', figure: (plan) => plan.monthly }),
  {
    id: 'perThousand',
    header: 'Per 1K',
    about:
      'The total per 1,000 credits served. It is fainter for a plan that blocks work: that one does not buy the same.',
    unit: sign,
    numeric: true,
    figure: (plan) => plan.perThousand,
    text: (plan) => (plan.perThousand === null ? NO_FIGURE : fineAmount(plan.perThousand)),
    hint: perThousandHint,
    faint: (plan) => !isZero(plan.blockedCredits),
  },
  moneyColumn(sign, { id: 'overage', header: 'Overage', figure: (plan) => plan.overage }),
  creditColumn({
    id: 'blocked',
    header: 'Blocked',
    about: 'Usage that was not served, because the quota was used up and no overage could be bought.',
    figure: (plan) => plan.blockedCredits,
  }),
  creditColumn({
    id: 'expired',
    header: 'Expired',
    about: LOST_ABOUTS.expired,
    figure: (plan) => plan.expiredCredits,
  }),
  creditColumn({
    id: 'forfeited',
    header: 'Forfeited',
    about: LOST_ABOUTS.forfeited,
    figure: (plan) => plan.forfeitedCredits,
  }),
  {
    id: 'basis',
    header: 'Basis',
    about:
      'How sure the plan’s figures are: published by the vendor, measured by you, estimated from either, or assumed until you put in your own. The usage is what you assume.',
    text: (plan) => plan.basis,
  },
]

function rankedPlans(comparison: Comparison, every: AccountOnPlans | null): readonly RankedPlan[] {
  const best = new Set(cheapestPlans(comparison).map(({ plan }) => plan))
  const places = new Map(comparison.plans.map((plan, place) => [plan.plan, place]))
  return ranked(comparison).map((cost, index) => ({
    place: index + 1,
    cost,
    ink: inkName(cost.plan, places.get(cost.plan) ?? 0),
    cheapest: best.has(cost.plan),
    focused: cost.plan === comparison.focus.plan,
    lack: lackOf(every, cost.plan),
  }))
}

function lackOf(every: AccountOnPlans | null, plan: string): string | null {
  const row = every?.plans.find((one) => one.plan === plan)
  return every === null || row === undefined || isHeld(row) ? null : notHeldInWords(row, every.people)
}

function servingTitle({ plans, totalUsage }: Comparison): string {
  const serving = plans.filter((plan) => isZero(plan.blockedCredits)).length
  const all = `all ${wholeCredits(totalUsage)} credits`
  if (isZero(totalUsage)) return `${plural(plans.length, 'plan')} without usage`
  if (serving === 0) return `No plan serves ${all}`
  if (serving === plans.length) return `Every plan serves ${all}`
  return `${String(serving)} of ${plural(plans.length, 'plan')} ${serving === 1 ? 'serves' : 'serve'} ${all}`
}

const copyColumns = (columns: readonly Column<PlanCost>[]): readonly Column<PlanCost>[] => [
  { id: 'plan', header: 'Plan', text: (plan) => plan.name },
  ...columns,
]

export function RankSection() {
  const account = useKeptAccount()
  return account === null ? <Ranking every={null} /> : <RankingOf account={account} />
}

const RankingOf = ({ account }: { readonly account: WindowAccount }) => (
  <Ranking every={useHeldPlans(account)} />
)

function Ranking({ every }: { readonly every: AccountOnPlans | null }) {
  const comparison = useResults((results) => results.comparison)
  const sign = currencySign(comparison?.currency ?? 'USD')
  const columns = useMemo(() => rankColumns(sign), [sign])
  const plans = useMemo(() => (comparison ? rankedPlans(comparison, every) : []), [comparison, every])
  const costs = () => plans.map(({ cost }) => cost)
  if (!comparison) return null
  return (
    <section className={styles.rank} aria-label="Plans by rank">
      <SectionHead
        title={servingTitle(comparison)}
        note={
          <>
            Totals over {plural(comparison.months, 'month')}
            <span className="screen-only">; choose a plan to see it month by month</span>
          </>
        }
      >
        <CopyTable text={() => toTsv(copyColumns(columns), costs())} />
        <ExportMenu
          id="ranking"
          name="Plans by rank"
          tables={[tableOf('Plans by rank', () => ({ columns: copyColumns(columns), rows: costs() }))]}
        />
      </SectionHead>
      <RankTable plans={plans} columns={columns} onFocus={focusPlan} />
    </section>
  )
}
