import { ledgerWindow, lookIntoLedger } from '#main/engine/index.ts'
import type { LedgerAccount } from '#shared/ledger.ts'
import type { LedgerGrouping } from '#shared/ledger-filter.ts'
import type { LedgerGroup, LedgerWindow } from '#shared/open-result.ts'
import { agree, type Expected, table } from './page-tables.ts'
import { choose, type Looked } from './shown-account.ts'
import { ACCOUNT } from './words.ts'
import { count, exact, hovered, instantInUtc, NOTHING, plural, signOf } from './written.ts'

type Entry = LedgerWindow['rows'][number]

const WHOLE = { offset: 0, limit: 100_000 } as const

const figure = (amount: string, unit: 'credits' | 'money'): string =>
  exact(amount, unit === 'credits' ? 0 : 2)

const isAccount = (key: string): key is LedgerAccount => Object.hasOwn(ACCOUNT, key)

const withUnit = (key: string): string => {
  if (!isAccount(key)) return key
  return key.startsWith('credits.')
    ? `Credits: ${ACCOUNT[key].replace(/^credits /, '')}`
    : `Money: ${ACCOUNT[key]}`
}

const moved = ({ from, to }: Entry) => `${ACCOUNT[from]} → ${ACCOUNT[to]}`

function entries(window: LedgerWindow, sign: string) {
  const columns: readonly Expected<Entry>[] = [
    ['No.', ({ number }) => count(number)],
    ['When UTC', ({ at }) => hovered(instantInUtc(at), at)],
    ['Unit', ({ unit }) => unit],
    ['From → to', moved],
    [`Amount credits or ${sign}`, ({ amount, unit }) => figure(amount, unit)],
    ['Reference', ({ reference }) => reference],
    ['Why', () => ''],
  ]
  const sums = [
    `${plural(window.total, 'entry', 'entries')} moved`,
    `${exact(window.moved.credits)} credits and ${sign}${exact(window.moved.money, 2)}`,
  ]
  return table('Entries of the ledger', columns, window.rows, [sums])
}

function byAccount({ groups, totals, moved: all }: LedgerWindow, sign: string) {
  const unit = `credits or ${sign}`
  const end = ({ key }: LedgerGroup, which: 'in' | 'out') => {
    const total = totals.find(({ account }) => account === key)
    return total === undefined ? NOTHING : figure(total[which], total.unit)
  }
  const sumOf = (name: string, text: string) => [name, '', text, text, '0', '']
  return table<LedgerGroup>(
    'The ledger by account',
    [
      ['Account', ({ key }) => withUnit(key)],
      ['Entries', (group) => count(group.count)],
      [`In ${unit}`, (group) => end(group, 'in')],
      [`Out ${unit}`, (group) => end(group, 'out')],
      [
        `In less out ${unit}`,
        ({ key, credits, money }) =>
          key.startsWith('credits.') ? figure(credits, 'credits') : figure(money, 'money'),
      ],
      ['Why', () => ''],
    ],
    groups,
    [
      sumOf('All credits', whole(figure(all.credits, 'credits'))),
      sumOf('All money', whole(figure(all.money, 'money'))),
    ],
  )
}

/** Nothing is written without decimals in a row of sums. */
const whole = (text: string): string => (/[1-9]/.test(text) ? text : '0')

const grouped = (by: 'period' | 'reference', { groups, moved: all, total }: LedgerWindow, sign: string) =>
  table<LedgerGroup>(
    `The ledger by ${by}`,
    [
      [
        by === 'period' ? 'Billing period' : 'Reference',
        ({ key }) => (by === 'period' ? `Period ${key}` : key),
      ],
      ['Entries', (group) => count(group.count)],
      ['Credits moved credits', ({ credits }) => figure(credits, 'credits')],
      [`Money moved ${sign}`, ({ money }) => figure(money, 'money')],
      ['Why', () => ''],
    ],
    groups,
    [
      [
        'All entries',
        count(total),
        whole(figure(all.credits, 'credits')),
        whole(figure(all.money, 'money')),
        '',
      ],
    ],
  )

/** Every entry of the ledger, and what they come to by account, period and reference. */
export async function ledgerAgrees({ page, account }: Looked): Promise<void> {
  const { result } = account.run
  const section = page.getByRole('region', { name: 'Ledger', exact: true })
  const sign = signOf(account.catalog.currency)
  const windowOf = (groupBy: LedgerGrouping | null) =>
    ledgerWindow(lookIntoLedger(result, { filter: {}, groupBy }), WHOLE)
  for (const [choice, by] of [
    ['By account', 'account'],
    ['By period', 'period'],
    ['By reference', 'reference'],
  ] as const) {
    await choose(section, 'How the ledger is shown', choice)
    const window = windowOf(by)
    const expected = by === 'account' ? byAccount(window, sign) : grouped(by, window, sign)
    await agree(section, [expected])
  }
  await choose(section, 'How the ledger is shown', 'Entries')
  await agree(section, [entries(windowOf(null), sign)])
}
