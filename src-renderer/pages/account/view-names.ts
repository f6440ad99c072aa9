import { RESULT_VIEWS, type ResultView } from '#shared/screens.ts'

/** What the views of an account's result are called. */
export const VIEW_NAMES: Readonly<Record<ResultView, string>> = {
  timeline: 'Timeline',
  credits: 'Credits',
  seats: 'Seats',
  workspaces: 'Workspaces',
  invoices: 'Invoices',
  ledger: 'Ledger',
  events: 'Events',
  costs: 'Costs',
  variants: 'Variants',
}

/** The view of an address; the first where it names none. */
export const viewName = (view: string | null): string =>
  VIEW_NAMES[RESULT_VIEWS.find((known) => known === view) ?? RESULT_VIEWS[0]]
