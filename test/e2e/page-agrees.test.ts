import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accountsOf } from './agreement/accounts.ts'
import { costsAgree } from './agreement/costs.ts'
import { layersAgree } from './agreement/credit-layers.ts'
import { eventsAgree } from './agreement/events.ts'
import { invoicesAgree } from './agreement/invoices.ts'
import { ledgerAgrees } from './agreement/ledger.ts'
import { compared } from './agreement/page-tables.ts'
import type { Looked, ShownAccount } from './agreement/shown-account.ts'
import { timelineAgrees } from './agreement/timeline.ts'
import { leaveContents } from './support/account-store.ts'
import { type RunningApp, startApp } from './support/app.ts'
import { describeInChromium } from './support/in-chromium.ts'

/** Another is taken from the environment, to look at other accounts. */
const SEED = Number(process.env['TIERWISE_SEED'] ?? '20261201')
const ACCOUNTS = 6

/** So high that most tables are drawn whole. */
const VIEWPORT = { width: 1600, height: 2400 }

const VIEWS: readonly (readonly [view: string, agrees: (looked: Looked) => Promise<void>])[] = [
  ['timeline', timelineAgrees],
  ['credits', layersAgree],
  ['invoices', invoicesAgree],
  ['ledger', ledgerAgrees],
  ['events', eventsAgree],
  ['costs', costsAgree],
]

describeInChromium(`what screens show of generated accounts, of seed ${String(SEED)}`, () => {
  let app: RunningApp
  let page: Page
  let accounts: readonly ShownAccount[] = []
  let ids: readonly string[] = []

  beforeAll(async () => {
    app = await startApp()
    accounts = accountsOf(SEED, ACCOUNTS)
    const leave = (folder: string) => {
      ids = leaveContents(
        folder,
        accounts.map(({ scenario }) => ({ scenario })),
      )
    }
    page = await app.openOn(leave, { viewport: VIEWPORT })
  })
  afterAll(() => app.close())

  it.each(Array.from({ length: ACCOUNTS }, (_, place) => place))(
    'is the engine’s to the last digit: account %i',
    async (place) => {
      const [account, id] = [accounts[place], ids[place]]
      if (account === undefined || id === undefined) throw new Error(`There is no account ${String(place)}.`)
      const before = compared.cells
      for (const [view, agrees] of VIEWS) {
        await page.evaluate((hash) => window.location.assign(hash), `#/account/${id}/${view}`)
        await agrees({ page, account }).catch((cause: unknown) => {
          throw new Error(`The ${view} of ${account.name} are not as the engine says.`, { cause })
        })
      }
      expect(compared.cells).toBeGreaterThan(before)
    },
  )

  it('comes without an error', () => {
    expect(app.complaints()).toEqual([])
  })
})
