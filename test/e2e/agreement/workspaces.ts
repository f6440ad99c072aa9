import { linkedOrApart, workspaceView } from '#main/engine/index.ts'
import type { LinkedOrApart } from '#shared/linked-or-apart.ts'
import type { UsageRow } from '#shared/run-result.ts'
import type { BillingView, ReportingView } from '#shared/workspace-views.ts'
import { valueOf } from '../../engine/support/build.ts'
import { agree, type Expected, type PageTable, table } from './page-tables.ts'
import { type Looked, planName, press, type ShownAccount } from './shown-account.ts'
import { CAUSE } from './words.ts'
import { count, credits, day, exact, isNothing, listed, money, NOTHING, plural, signOf } from './written.ts'

type Workspace = BillingView['workspaces'][number]
type Share = BillingView['shares'][number]

const ENVIRONMENTS: Readonly<Record<string, string>> = { us: 'US', eu: 'EU', in: 'India', global: 'Global' }

/** The name of a workspace with where it is, unless that says the same. */
function placed({ name, environment }: Workspace): string {
  const place = ENVIRONMENTS[environment] ?? environment
  if (name === environment) return place
  return place === name ? name : `${name} ${place}`
}

function shareTable({ shares, whole, workspaces }: BillingView, sign: string): PageTable {
  const figures = (share: Omit<Share, 'workspace'>) => [
    credits(share.usage),
    credits(share.poolCredits),
    credits(share.overageCredits),
    credits(share.blockedCredits),
    money(share.amount),
    '',
  ]
  return {
    name: 'Each workspace’s share of the pool and of the money',
    heads: [
      'Workspace',
      'Asked for credits',
      'From the pool credits',
      'Overage credits',
      'Blocked credits',
      `Of all invoices ${sign}`,
      'Why',
    ],
    rows: [
      ...workspaces.map((workspace) => {
        const share = shares.find((one) => one.workspace === workspace.id)
        if (share === undefined) throw new Error(`${workspace.id} has no share.`)
        return [placed(workspace), ...figures(share)]
      }),
      ['Together', ...figures(whole)],
    ],
  }
}

const USAGE: readonly Expected<UsageRow>[] = [
  ['Period', ({ period }) => String(period)],
  ['Member', ({ member }) => member ?? NOTHING],
  ['API key', ({ apiKey }) => apiKey ?? NOTHING],
  ['Product', ({ product }) => product ?? NOTHING],
  ['Model', ({ model }) => model ?? NOTHING],
  ['From the pool credits', ({ poolCredits }) => credits(poolCredits)],
  ['Overage credits', ({ overageCredits }) => credits(overageCredits)],
  [
    'Blocked',
    ({ blocked }) =>
      blocked.length === 0
        ? NOTHING
        : listed(blocked.map(({ cause, credits: lost }) => `${exact(lost)}: ${CAUSE[cause]}`)),
  ],
  ['Requests', ({ requests }) => count(requests)],
]

function seenTables(view: BillingView | ReportingView, { run, catalog }: ShownAccount): readonly PageTable[] {
  const workspaces = 'workspaces' in view ? view.workspaces : [view.workspace]
  const periods = table<(typeof run.result.periods)[number]>(
    'Usage of each period, and what was left',
    [
      ['Period', ({ index, start }) => `${String(index)}, from ${day(start)}`],
      ...workspaces.map(({ id, name }): Expected<(typeof run.result.periods)[number]> => [
        `${name} credits`,
        ({ index }) =>
          credits(
            view.totals.find(({ period, workspace }) => period === index && workspace === id)?.usage ?? '0',
          ),
      ]),
      [
        'Left in the pool credits',
        ({ index }) => credits(view.creditsLeft.find(({ period }) => period === index)?.credits ?? null),
      ],
    ],
    run.result.periods,
  )
  const usage = table('Own usage in detail', USAGE, view.usage)
  return 'workspaces' in view
    ? [periods, usage, invoiceTable(view, signOf(catalog.currency))]
    : [periods, usage]
}

const invoiceTable = ({ workspaces, invoices, byWorkspace }: BillingView, sign: string): PageTable =>
  table<BillingView['byWorkspace'][number]>(
    'Invoices by workspace',
    [
      ['Invoice', ({ invoice }) => invoice],
      ['Date', (shared) => day(invoices.find(({ number }) => number === shared.invoice)?.date ?? '')],
      ...workspaces.map(({ id, name }): Expected<BillingView['byWorkspace'][number]> => [
        `${name} ${sign}`,
        (shared) => money(shared.workspaces.find(({ workspace }) => workspace === id)?.amount ?? null),
      ]),
      [
        `Total ${sign}`,
        (shared) => money(invoices.find(({ number }) => number === shared.invoice)?.total ?? null),
      ],
    ],
    byWorkspace,
  )

function apartTable(answer: LinkedOrApart, account: ShownAccount): PageTable {
  const sign = signOf(account.catalog.currency)
  const figures = ({ linked, apart, difference }: Pick<LinkedOrApart, 'linked' | 'apart' | 'difference'>) => [
    money(linked.total),
    money(apart.total),
    money(difference),
    credits(linked.blockedCredits),
    credits(apart.blockedCredits),
  ]
  return {
    name: 'Each workspace linked, and by itself',
    heads: [
      'Workspace',
      'Plan by itself',
      'Billed on',
      `Linked ${sign}`,
      `Apart ${sign}`,
      `Difference ${sign}`,
      'Blocked linked credits',
      'Blocked apart credits',
    ],
    rows: [
      ...account.run.result.workspaces.map(({ id, name }) => {
        const one = answer.workspaces.find(({ workspace }) => workspace === id)
        if (one === undefined) throw new Error(`${id} is not told apart.`)
        const { plan, billing, extraSeats } = one.apart
        const seats = extraSeats === 0 ? '' : `, ${plural(extraSeats, 'seat')} bought`
        const on = `${planName(account, plan)}, ${billing === 'annual' ? 'annually' : 'monthly'}${seats}`
        return [name, 'The one that suits', on, ...figures(one)]
      }),
      ['Together', '', '', ...figures(answer)],
    ],
  }
}

/** What each workspace uses and bears, what each sees, and what they would cost linked and apart. */
export async function workspacesAgree({ page, account }: Looked): Promise<void> {
  const { catalog, scenario, run } = account
  const billing = run.result.workspaces.find(({ kind }) => kind === 'billing')
  if (billing === undefined) {
    await page.getByRole('heading', { name: 'This account has no workspaces' }).waitFor()
    return
  }
  const whole = valueOf(workspaceView(run.result, billing.id))
  if (whole.kind !== 'billing') throw new Error('The billing workspace sees no invoices.')
  await agree(page.getByRole('region', { name: 'Shares of workspaces', exact: true }), [
    shareTable(whole, signOf(catalog.currency)),
  ])
  const seen = page.getByRole('region', { name: 'As seen by a workspace', exact: true })
  for (const { id, name } of run.result.workspaces) {
    await seen.getByRole('combobox', { name: 'As seen by' }).click()
    await page.getByRole('option', { name, exact: true }).click()
    await agree(seen, seenTables(valueOf(workspaceView(run.result, id)), account))
  }
  const users = whole.shares.filter(({ usage }) => !isNothing(usage))
  if (users.length === 0 || (users.length === 1 && whole.shares.length > 1)) return
  const apart = page.getByRole('region', { name: 'Linked or apart', exact: true })
  await press(apart.getByRole('button', { name: 'Work out linked or apart' }))
  const answer = linkedOrApart(catalog, scenario)
  if (answer.ok) await agree(apart, [apartTable(answer.value, account)])
  else await apart.getByText(answer.problems[0]?.message ?? '').waitFor()
}
