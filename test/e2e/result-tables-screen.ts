import type { Screen } from './screen.ts'

interface Looked {
  readonly id: string
  readonly name: string
  readonly reach: (screen: Screen) => Promise<unknown>
}

const view = ({ page }: Screen, name: string) => page.getByRole('tab', { name }).click()

/** The tables of an account's result, from the Account screen on. */
export const RESULT_TABLES: readonly Looked[] = [
  {
    id: 'invoices',
    name: 'its invoices',
    reach: async (screen) => {
      await view(screen, 'Invoices')
      await screen.page.getByRole('article', { name: 'Invoice 0001' }).waitFor()
    },
  },
  {
    id: 'ledger',
    name: 'its ledger',
    reach: async (screen) => {
      await view(screen, 'Ledger')
      await screen.page.getByRole('button', { name: 'Why: entry 1', exact: true }).waitFor()
    },
  },
  {
    id: 'ledger-by-account',
    name: 'its ledger by account',
    reach: async (screen) => {
      await view(screen, 'Ledger')
      await screen.choose('How the ledger is shown', 'By account')
      await screen.page.getByRole('grid', { name: 'The ledger by account' }).waitFor()
    },
  },
  {
    id: 'events',
    name: 'its events, of which some are chosen',
    reach: async (screen) => {
      await view(screen, 'Events')
      await screen.page.getByRole('toolbar', { name: 'Kinds shown' }).getByRole('button').first().click()
      await screen.page.getByRole('button', { name: 'Why: event 1,' }).waitFor()
    },
  },
  {
    id: 'webhook-bodies',
    name: 'its events as webhook bodies',
    reach: async (screen) => {
      await view(screen, 'Events')
      await screen.page.getByRole('button', { name: 'As webhook bodies' }).click()
      await screen.page.getByText('"event-0001"').waitFor()
    },
  },
  {
    id: 'costs',
    name: 'its costs',
    reach: async (screen) => {
      await view(screen, 'Costs')
      await screen.page.getByRole('grid', { name: 'Costs' }).getByText('Person 1', { exact: true }).waitFor()
    },
  },
]
