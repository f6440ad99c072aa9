import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CostKind } from '#shared/cost-kind.ts'
import { CreditLayer, LayerMark } from '#shared/credit-layers.ts'
import { BlockCause } from '#shared/run-result.ts'
import { accountsOf } from './agreement/accounts.ts'
import { compareAgrees, plansCompared } from './agreement/compare.ts'
import { costsAgree } from './agreement/costs.ts'
import { layersAgree } from './agreement/credit-layers.ts'
import { eventsAgree } from './agreement/events.ts'
import { featuresOf } from './agreement/features.ts'
import { invoicesAgree } from './agreement/invoices.ts'
import { ledgerAgrees } from './agreement/ledger.ts'
import { compared } from './agreement/page-tables.ts'
import { seatsAgree } from './agreement/seats.ts'
import type { Looked, ShownAccount } from './agreement/shown-account.ts'
import { timelineAgrees } from './agreement/timeline.ts'
import { variantsAgree } from './agreement/variants.ts'
import { workspacesAgree } from './agreement/workspaces.ts'
import { SEED } from '../seed.ts'
import { leaveContents } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

/** As few as have in them all that is asked for below. */
const ACCOUNTS = 8

/** So high that most tables are drawn whole. */
const VIEWPORT = { width: 1600, height: 2400 }

const VIEWS: readonly (readonly [view: string, agrees: (looked: Looked) => Promise<void>])[] = [
  ['timeline', timelineAgrees],
  ['credits', layersAgree],
  ['seats', seatsAgree],
  ['workspaces', workspacesAgree],
  ['invoices', invoicesAgree],
  ['ledger', ledgerAgrees],
  ['events', eventsAgree],
  ['costs', costsAgree],
  ['variants', variantsAgree],
]

/** What there has to be in the accounts, in one or the other. */
const NEEDED: readonly string[] = [
  ...CostKind.options.map((kind) => `cost ${kind}`),
  ...BlockCause.options.map((cause) => `cause ${cause}`),
  // Nothing that any catalogue sells grants credits that are bought in advance.
  ...CreditLayer.options.filter((layer) => layer !== 'prepaid').map((layer) => `layer ${layer}`),
  ...LayerMark.shape.kind.options.map((kind) => `mark ${kind}`),
  ...['billing in us', 'reporting in us', 'reporting in eu', 'reporting in in'].map(
    (kind) => `workspace ${kind}`,
  ),
  ...['of nobody', 'of a member', 'of a company'].map((kind) => `key ${kind}`),
  ...['plan', 'billing', 'overage', 'policies', 'usageFactor'].map((kind) => `variant by ${kind}`),
  ...['USD', 'JPY', 'KWD'].map((currency) => `currency ${currency}`),
]

describeInChromium(`what screens show of generated accounts, of seed ${String(SEED)}`, () => {
  let app: RunningApp
  let page: Page
  let accounts: readonly ShownAccount[] = []
  /** Of each account two: itself, and what Compare shows of its plans. */
  let ids: readonly string[] = []

  beforeAll(async () => {
    app = await startApp()
    accounts = accountsOf(SEED, ACCOUNTS, NEEDED)
    const contents = accounts.flatMap((account) => [
      { scenario: account.scenario, variants: { list: account.variants } },
      { scenario: plansCompared(account) },
    ])
    const leave = (folder: string) => {
      ids = leaveContents(folder, contents)
    }
    page = await app.openOn(leave, { viewport: VIEWPORT })
  })
  afterAll(() => app.close())

  it.each(Array.from({ length: ACCOUNTS }, (_, place) => place))(
    'is the engine’s to the last digit: account %i',
    async (place) => {
      const [account, id, plans] = [accounts[place], ids[2 * place], ids[2 * place + 1]]
      if (account === undefined) throw new Error(`There is no account ${String(place)}.`)
      const before = compared.cells
      const wrong: Error[] = []
      const hold = async (view: string, address: string, agrees: (looked: Looked) => Promise<void>) => {
        await page.evaluate((hash) => window.location.assign(hash), address)
        await agrees({ page, account }).catch((cause: unknown) => {
          wrong.push(new Error(`${view} of ${account.name}: ${String(cause)}`, { cause }))
        })
      }
      for (const [view, agrees] of VIEWS) await hold(view, `#/account/${id ?? ''}/${view}`, agrees)
      await hold('plans', `#/scenario/${plans ?? ''}`, compareAgrees)
      if (wrong.length > 0) throw new AggregateError(wrong, wrong.map(({ message }) => message).join('\n'))
      expect(compared.cells).toBeGreaterThan(before + 100)
    },
  )

  it('is of every kind of money, cause of a block, layer and mark of credits that there is', () => {
    const there = new Set(accounts.flatMap((account) => [...featuresOf(account)]))
    expect(NEEDED.filter((feature) => !there.has(feature))).toEqual([])
  })

  it('comes without an error', () => {
    expect(app.complaints()).toEqual([])
  })
})
