import { findPreset } from '#main/catalogs/index.ts'
import { accountOnPlans, bestUpgrades, bothFailures, compareVariants } from '#main/engine/index.ts'
import type { BothFailures, CostKind, LostKind, UpgradeDay, VariantCost } from '#shared/analysis.ts'
import type { AccountOnPlans } from '#shared/account-on-plans.ts'
import { BlockCause } from '#shared/run-result.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { CatalogRef } from '#shared/scenario.ts'
import { valueOf } from '../../engine/support/build.ts'
import { agree, type Expected, type PageTable, table } from './page-tables.ts'
import { asTable, type Looked, planName, press, type ShownAccount } from './shown-account.ts'
import { CAUSE, COST } from './words.ts'
import {
  count,
  credits,
  day,
  exact,
  isNothing,
  money,
  moreOrFewer,
  moreOrLess,
  NOTHING,
  plural,
  signOf,
} from './written.ts'

type Billed = Extract<VariantCost, { readonly kind: 'billed' }>
type HeldOn = Extract<AccountOnPlans['plans'][number], { readonly kind: 'billed' }>
type NotHeldOn = Extract<AccountOnPlans['plans'][number], { readonly kind: 'impossible' }>
type Failures = Extract<BothFailures, { readonly kind: 'billed' }>

/** As many days as the screen has tried. */
const MOST_DAYS = 120

function catalogOf(ref: CatalogRef): Result<Catalog> {
  const found = typeof ref === 'string' ? findPreset(ref) : ref
  if (found === undefined) throw new Error('There is no such preset.')
  return succeed(found)
}

const isBilled = (cost: VariantCost): cost is Billed => cost.kind === 'billed'

/** By rank; what cannot be billed stands last. */
const byRank = (costs: readonly VariantCost[]): readonly VariantCost[] => [
  ...costs.filter(isBilled).toSorted((one, other) => one.rank - other.rank),
  ...costs.filter((cost) => !isBilled(cost)),
]

/** Why credits were lost, in the order in which it is told. */
const LOST: readonly (readonly [LostKind, string])[] = [
  ...BlockCause.options.map((cause) => [cause, `Blocked: ${CAUSE[cause]}`] as const),
  ['expired', 'Expired'],
  ['forfeited', 'Forfeited'],
]

function rankTable(costs: readonly VariantCost[], sign: string): PageTable {
  const own = costs[0]
  const figures = (cost: Billed) => [
    money(cost.cost.total),
    money(cost.monthly),
    cost.isBaseline ? NOTHING : moreOrLess(cost.differences.monthly),
    cost.isBaseline ? NOTHING : moreOrLess(cost.difference),
    credits(cost.cost.blockedCredits),
    credits(cost.cost.expiredCredits),
    credits(cost.cost.forfeitedCredits),
  ]
  const nameOf = (cost: VariantCost) => {
    const isOwn = cost === own
    const marks = [
      isOwn ? 'as it is' : '',
      isOwn && costs.length > 1 ? 'baseline' : '',
      isBilled(cost) && cost.refusals.length > 0 ? `${plural(cost.refusals.length, 'change')} refused` : '',
    ]
    return `${cost.name}${marks.join('')}`
  }
  return {
    name: 'Variants by rank',
    heads: [
      'Rank',
      'Baseline',
      'Variant',
      `Total ${sign}`,
      `A month ${sign}`,
      `± a month ${sign}`,
      `± in all ${sign}`,
      'Blocked credits',
      'Expired credits',
      'Forfeited credits',
      'Why',
    ],
    rows: byRank(costs).map((cost) =>
      isBilled(cost)
        ? [String(cost.rank), '', nameOf(cost), ...figures(cost), '']
        : [
            '',
            '',
            nameOf(cost),
            cost.kind === 'refused' ? cost.problems.map(({ message }) => message).join(' ') : '',
          ],
    ),
  }
}

function differenceTables(costs: readonly VariantCost[], sign: string): readonly PageTable[] {
  const others = byRank(costs)
    .filter(isBilled)
    .filter(({ isBaseline }) => !isBaseline)
  const baseline = costs.filter(isBilled).find(({ isBaseline }) => isBaseline)?.name ?? ''
  const isKind = (kind: string): kind is CostKind => Object.hasOwn(COST, kind)
  const kinds = Object.keys(COST)
    .filter(isKind)
    .filter((kind) => others.some(({ differences }) => differences.money.some((one) => one.kind === kind)))
  const lost = LOST.filter(([kind]) =>
    others.some(({ differences }) => differences.lost.some((one) => one.kind === kind)),
  )
  const ofMoney = table<Billed>(
    `Differences from ${baseline} by kind of money`,
    [
      ['Variant', ({ name }) => name],
      ...kinds.map((kind): Expected<Billed> => [
        `${COST[kind]} ${sign}`,
        ({ differences }) => {
          const found = differences.money.find((one) => one.kind === kind)
          return found === undefined ? NOTHING : moreOrLess(found.amount)
        },
      ]),
      [`In all ${sign}`, ({ difference }) => moreOrLess(difference)],
    ],
    others,
  )
  if (lost.length === 0) return [ofMoney]
  return [
    ofMoney,
    table<Billed>(
      `Differences from ${baseline} by kind of lost credits`,
      [
        ['Variant', ({ name }) => name],
        ...lost.map(([kind, name]): Expected<Billed> => [
          `${name} credits`,
          ({ differences }) => {
            const found = differences.lost.find((one) => one.kind === kind)
            return found === undefined ? NOTHING : moreOrFewer(found.credits)
          },
        ]),
      ],
      others,
    ),
  ]
}

const isHeld = (row: HeldOn | NotHeldOn): row is HeldOn => row.kind === 'billed'

const causesOf = (causes: readonly { readonly cause: keyof typeof CAUSE; readonly credits: string }[]) =>
  causes.map(({ cause, credits: lost }) => `${CAUSE[cause]} ${exact(lost)}`).join(', ')

function everyPlan({ plans }: AccountOnPlans, account: ShownAccount): PageTable {
  const { catalog, scenario, run } = account
  const sign = signOf(catalog.currency)
  const own = run.result.plan
  const nameOf = (plan: string) => `${planName(account, plan)}${plan === own ? 'in force' : ''}`
  const some = (figure: string, print: (figure: string) => string) =>
    isNothing(figure) ? NOTHING : print(figure)
  const figures = (row: HeldOn) => [
    money(row.monthly),
    money(row.cost),
    some(row.beyond, money),
    row.seatsToBuy === 0 ? NOTHING : count(row.seatsToBuy),
    some(row.blockedCredits, credits),
    causesOf(row.blocked) || NOTHING,
  ]
  return {
    name: 'This account on every plan, the best first',
    heads: [
      'Plan',
      `A month ${sign}`,
      `${plural(scenario.months, 'month')} ${sign}`,
      `Beyond it ${sign}`,
      'To buy Full seats',
      'Blocked credits',
      'By cause',
      'Move there',
      'What to do with it',
    ],
    rows: plans.map((row) => (isHeld(row) ? [nameOf(row.plan), ...figures(row)] : [nameOf(row.plan)])),
  }
}

/** Of each row what the engine gives: what a move is told for, and what can be done, is told by others. */
const firstOf = (rows: PageTable, cells: (row: readonly string[]) => number): PageTable => ({
  ...rows,
  rows: rows.rows.map((row) => row.slice(0, cells(row))),
})

const failuresTable = (failures: readonly Failures[], account: ShownAccount): PageTable => {
  const sign = signOf(account.catalog.currency)
  return table<Failures>(
    'What each plan blocks, and what it takes',
    [
      [
        'Plan',
        ({ plan }) => `${planName(account, plan)}${plan === account.run.result.plan ? 'in force' : ''}`,
      ],
      [`Total ${sign}`, ({ blocked }) => money(blocked.total)],
      ['Blocked credits', ({ blocked }) => credits(blocked.blockedCredits)],
      ['', () => ''],
      ['By cause', ({ blocked }) => causesOf(blocked.causes) || NOTHING],
      [`Total ${sign}`, ({ overflow }) => money(overflow?.total ?? null)],
      [`Overage ${sign}`, ({ overflow }) => money(overflow?.overage ?? null)],
      ['', () => ''],
      ['Blocked still credits', ({ overflow }) => credits(overflow?.blockedCredits ?? null)],
      ['Why', () => ''],
    ],
    failures,
  )
}

interface Tried extends UpgradeDay {
  readonly plan: string
}

const daysTable = (tried: readonly Tried[], account: ShownAccount): PageTable => {
  const sign = signOf(account.catalog.currency)
  return table<Tried>(
    'Every day tried',
    [
      ['Plan', ({ plan }) => planName(account, plan)],
      ['Day', ({ on }) => (on === null ? 'never' : day(on))],
      [`Cost ${sign}`, ({ attributable }) => money(attributable)],
      [`Regret ${sign}`, ({ regret }) => money(regret)],
      [`Billed ${sign}`, ({ total }) => money(total)],
      ['Blocked credits', ({ blockedCredits }) => credits(blockedCredits)],
      ['Why', () => ''],
    ],
    tried,
  )
}

/** The variants by rank and by what makes them differ, every plan, both failures, and every day for an upgrade. */
export async function variantsAgree({ page, account }: Looked): Promise<void> {
  const { catalog, scenario, variants } = account
  const sign = signOf(catalog.currency)
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  const asked = [{ name: planName(account, scenario.plan) }, ...variants]
  const costs = valueOf(compareVariants(catalog, scenario, asked, { baseline: 0, catalogOf }))
  await agree(region('Variants by rank'), [rankTable(costs, sign)])
  if (costs.filter(isBilled).length > 1) {
    const differences = region('Differences by kind')
    await asTable(differences)
    await agree(differences, differenceTables(costs, sign))
  }
  const every = valueOf(accountOnPlans(catalog, scenario))
  const plans = everyPlan(every, account)
  await agree(region('This account on every plan'), [plans], (read) =>
    firstOf(read, (row) => (row.length > 3 ? 7 : 1)),
  )
  const failures = valueOf(bothFailures(catalog, scenario)).filter((one) => one.kind === 'billed')
  await agree(region('Both failures'), [failuresTable(failures, account)])

  const ladder = catalog.plans.map(({ id }) => id)
  const held = new Set(every.plans.filter(isHeld).map(({ plan }) => plan))
  const [target] = ladder.slice(ladder.indexOf(scenario.plan) + 1).filter((plan) => held.has(plan))
  const upgrades = region('Best upgrade date')
  await press(upgrades.getByRole('button', { name: 'Best upgrade date' }))
  if (target === undefined) return
  await upgrades.getByRole('combobox', { name: 'Plan to move up to' }).selectOption(target)
  const answer = valueOf(bestUpgrades(catalog, scenario, [target], { mostDays: MOST_DAYS }))
  const days = answer.plans.flatMap((one) =>
    one.kind === 'tried' ? one.days.map((tried) => ({ ...tried, plan: one.plan })) : [],
  )
  if (days.every(({ on }) => on === null)) return
  await asTable(upgrades)
  await agree(upgrades, [daysTable(days, account)])
}
