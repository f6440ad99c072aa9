import type { CheapestStretch, Comparison, MonthCost, PlanCost } from '#shared/comparison.ts'
import { isAtMost } from '#shared/micros.ts'
import { figure, words } from './figure.ts'
import { type Column, left, optional, right, textTable } from './text-table.ts'

/** A comparison as people read it: every plan, the best first, what that comes to, and one plan month by month. */
export function compareText(comparison: Comparison, envelope: readonly CheapestStretch[]): string {
  const { plans, ranking, focus, months } = comparison
  const ranked = plans.toSorted((a, b) => ranking.indexOf(a.plan) - ranking.indexOf(b.plan))
  return [
    titleOf(comparison),
    textTable(columnsIn(comparison), ranked),
    findingsOf(comparison, envelope).join('\n'),
    ...(months === 1 ? [] : [`${namesIn(plans)(focus.plan)} month by month\n${monthsTable(focus.months)}`]),
  ].join('\n\n')
}

function titleOf({ catalog, months, usage, totalUsage, usageByMonth, usageBasis }: Comparison): string {
  const isEven = usageByMonth.every((month) => month === usage)
  const how = isEven ? 'a month' : 'a month, varying by its pattern,'
  return `${figure(usage)} credits ${how} for ${months === 1 ? 'a month' : `${months} months`} on ${catalog}: ${figure(totalUsage)} in all. The usage is ${usageBasis}.`
}

const OFFERS: Readonly<Record<PlanCost['offer'], string>> = {
  applied: 'applied',
  unused: 'not applied',
  otherBilling: 'for the other billing',
  none: '',
}

const AGREED: Readonly<Record<PlanCost['agreed'], string>> = {
  none: '',
  part: 'in part',
  whole: 'all of it',
}

const columnsIn = ({ currency, ranking }: Comparison): readonly Column<PlanCost>[] => [
  right('rank', (row) => String(ranking.indexOf(row.plan) + 1)),
  left('plan', (row) => row.name),
  left('paid', (row) => row.paid),
  right(`total ${currency}`, (row) => figure(row.total)),
  right(`${currency} a month`, (row) => figure(row.monthly)),
  right(`${currency} per 1K served`, (row) => (row.perThousand === null ? '-' : figure(row.perThousand))),
  right(`subscription ${currency}`, (row) => figure(row.subscription)),
  right(`overage ${currency}`, (row) => figure(row.overage)),
  right('overage credits', (row) => figure(row.overageCredits)),
  optional(right('rolled over and used', (row: PlanCost) => figure(row.fromRollover))),
  right('blocked credits', (row) => figure(row.blockedCredits)),
  optional(right('blocked in months', (row: PlanCost) => String(row.blockedMonths))),
  right('expired credits', (row) => figure(row.expiredCredits)),
  optional(right('forfeited credits', (row: PlanCost) => figure(row.forfeitedCredits))),
  right('credits left', (row) => figure(row.remainingCredits)),
  left('past the quota', (row) => row.pastQuota),
  optional(left('first offer', (row: PlanCost) => OFFERS[row.offer])),
  optional(left('agreed', (row: PlanCost) => AGREED[row.agreed])),
  left('price basis', (row) => words(row.basis)),
]

/** What the comparison comes to, a sentence each. */
function findingsOf(comparison: Comparison, envelope: readonly CheapestStretch[]): readonly string[] {
  const { plans, finding, cheapest, tied, cheaperButBlocking, nearMiss, usage, currency } = comparison
  const nameOf = namesIn(plans)
  const costOf = (id: string) => plans.find(({ plan }) => plan === id)
  if (finding.kind === 'allBlock') {
    const { plan, blockedCredits } = finding
    return [
      `Every plan blocks some of this usage. ${nameOf(plan)} blocks least: ${figure(blockedCredits)} credits.`,
    ]
  }
  if (cheapest === null) return ['Every plan blocks some of this usage.']
  const saving =
    finding.kind === 'cheapest' && finding.runnerUp !== null && tied.length === 1
      ? ` It saves ${figure(finding.runnerUp.saving)} ${currency} against ${nameOf(finding.runnerUp.plan)}.`
      : ''
  const others = tied.filter((id) => id !== cheapest)
  const stretch = envelope.find(({ from, to }) => isAtMost(from, usage) && isAtMost(usage, to))
  return [
    `Cheapest that blocks nothing: ${nameOf(cheapest)}.${saving}`,
    ...(others.length === 0 ? [] : [`As cheap: ${others.map(nameOf).join(', ')}.`]),
    ...(stretch?.plan === cheapest ? [stretchText(nameOf(cheapest), stretch)] : []),
    ...cheaperButBlocking.map((id) => {
      const { total = '0', blockedCredits = '0' } = costOf(id) ?? {}
      const [how, much] =
        id === nearMiss ? ['A near miss', ', less than half of the usage'] : ['Cheaper, but it blocks', '']
      return `${how}: ${nameOf(id)} for ${figure(total)} ${currency} blocks ${figure(blockedCredits)} credits${much}.`
    }),
  ]
}

const stretchText = (name: string, { from, to, ends }: CheapestStretch): string =>
  ends === 'range'
    ? `${name} is the cheapest from ${figure(from)} credits a month on, looked at up to ${figure(to)}.`
    : `${name} is the cheapest from ${figure(from)} to ${figure(to)} credits a month${ends === 'quota' ? ', beyond which it blocks' : ''}.`

const namesIn =
  (plans: readonly PlanCost[]) =>
  (id: string): string =>
    plans.find(({ plan }) => plan === id)?.name ?? id

const monthsTable = (months: readonly MonthCost[]): string => textTable(MONTHS, months)

const MONTHS: readonly Column<MonthCost>[] = [
  right('month', (row) => String(row.month)),
  left('from', (row) => row.start),
  right('total', (row) => figure(row.total)),
  right('subscription', (row) => figure(row.subscription)),
  right('overage', (row) => figure(row.overage)),
  right('usage', (row) => figure(row.usage)),
  right('from the month’s credits', (row) => figure(row.fromGrant)),
  optional(right('from rollover', (row: MonthCost) => figure(row.fromRollover))),
  optional(right('grace', (row: MonthCost) => figure(row.graceCredits))),
  optional(right('overage credits', (row: MonthCost) => figure(row.overageCredits))),
  optional(right('blocked', (row: MonthCost) => figure(row.blockedCredits))),
  optional(right('expired', (row: MonthCost) => figure(row.expiredCredits))),
  optional(right('forfeited', (row: MonthCost) => figure(row.forfeitedCredits))),
  right('left', (row) => figure(row.closingCredits)),
]
