import {
  ACCOUNT_PARTS,
  type AccountPart,
  RESULT_VIEWS,
  type ResultView,
  type Screen,
  SCREENS,
} from './screens.ts'

/*
 * What a person can do, as plain data: the renderer's registry adds how, the native menus only show and send it. Plain
 * enough for both processes to hold; nobody else may list commands.
 */

/** Each is a native menu, in this order; the help dialog and palettes head their lists with them. */
export const COMMAND_GROUPS = ['File', 'Edit', 'Inputs', 'Plans', 'Account', 'View', 'Help'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

export interface CommandEntry {
  readonly id: string
  readonly label: string
  readonly group: CommandGroup
  /** What else a person may call it who looks for it; empty where its label says all. */
  readonly words: string
  /** The key that runs it alone, anywhere but in a field, on the screens that have it; null where it has none. */
  readonly key: string | null
  /** The chord that runs it everywhere, as Electron writes it (`CmdOrCtrl+Z`); null where it has none. */
  readonly accelerator: string | null
  /** The screen it goes to; null where it does anything else. */
  readonly screen: Screen | null
}

const entry = <const Id extends string>(
  group: CommandGroup,
  id: Id,
  label: string,
  { key, accelerator, words }: Partial<Readonly<Record<'key' | 'accelerator' | 'words', string>>>,
) => ({
  id,
  label,
  group,
  words: words ?? '',
  key: key ?? null,
  accelerator: accelerator ?? null,
  screen: null,
})

const focusRank = <const Rank extends number>(rank: Rank) =>
  entry('Plans', `plan.focus.${rank}`, `Show plan ${String(rank)} of the ranking month by month`, {
    key: String(rank),
  })

const goTo = ({ id, name, accelerator }: (typeof SCREENS)[number]) =>
  ({ id: `go.${id}`, label: name, group: 'View', words: '', key: null, accelerator, screen: id }) as const

/** What the views of a result are called by those who look for what is in them. */
const VIEW_WORDS: Readonly<Record<ResultView, string>> = {
  timeline: 'cost over time by month and period, cumulative, run out, chart',
  credits: 'burn-down, balance, grants, rollover, expired, forfeited, packs, prepaid',
  seats: 'occupancy, Basic ceiling, Full seat, members, who is stopped, locked',
  workspaces: 'shares, regions, pool, billing and reporting, linked or apart, consolidated',
  invoices: 'invoice, bill, amount due, lines, taxes, credit note',
  ledger: 'entries, movements, transactions, debit and credit, balanced',
  events: 'alerts, warnings, webhook, threshold',
  costs: 'attribution, by company, API key, member, product, model, workspace, day',
  variants: 'compare plans, what if, baseline, differences, both failures, upgrade, downgrade',
}

const showView = <const View extends ResultView>(view: View, place: number) =>
  entry('Account', `account.show.${view}`, `Show the ${view}`, {
    key: String(place + 1),
    words: VIEW_WORDS[view],
  })

const PART_NAMES: Readonly<Record<AccountPart, string>> = {
  usage: 'usage',
  terms: 'plan and terms',
  people: 'people',
  workspaces: 'workspaces',
  limits: 'groups and keys',
  changes: 'dated changes',
  about: 'notes and tags',
}

const PART_WORDS: Readonly<Record<AccountPart, string>> = {
  usage: 'streams, models, products, pattern, months, series, move work',
  terms:
    'catalogue, billing, overage, spend limit, offers, trial, discounts, coupons, taxes, policies, packs, prepaid',
  people: 'members, seats, Basic ceiling, roles, locked, paste',
  workspaces: 'billing and reporting, environment, link',
  limits: 'billing groups, API keys, companies, limits',
  changes: 'timeline, upgrade, downgrade, cancel, invite, on a date',
  about: 'question, customer, description',
}

const editPart = <const Part extends AccountPart>(part: Part) =>
  entry('Account', `account.edit.${part}`, `Edit the ${PART_NAMES[part]}`, { words: PART_WORDS[part] })

/** Every command, in the order in which lists show them. */
export const COMMANDS = [
  entry('File', 'scenario.new', 'New scenario', { accelerator: 'CmdOrCtrl+N' }),
  entry('File', 'scenario.import', 'Import a scenario…', { accelerator: 'CmdOrCtrl+O' }),
  entry('File', 'scenario.export', 'Export the scenario…', { accelerator: 'CmdOrCtrl+Shift+E' }),
  entry('File', 'scenario.rename', 'Rename the scenario', { key: 'F2' }),
  entry('File', 'scenario.duplicate', 'Duplicate the scenario', { accelerator: 'CmdOrCtrl+D' }),
  entry('File', 'scenario.delete', 'Delete the scenario', { key: 'Delete' }),
  entry('File', 'scenario.versions', 'Versions of the scenario', { key: 'v' }),
  entry('File', 'scenario.workbook', 'Save the result as a workbook (XLSX)…', {
    accelerator: 'CmdOrCtrl+Shift+X',
  }),
  entry('File', 'curves.png', 'Save the cost chart as PNG…', {}),
  entry('File', 'curves.svg', 'Save the cost chart as SVG…', {}),
  entry('File', 'curves.csv', 'Save the costs by usage as CSV…', {}),
  entry('File', 'months.png', 'Save the months’ chart as PNG…', {}),
  entry('File', 'months.svg', 'Save the months’ chart as SVG…', {}),
  entry('File', 'months.csv', 'Save the months as CSV…', {}),
  entry('File', 'ranking.csv', 'Save the ranking as CSV…', {}),
  entry('File', 'account.png', 'Save the view’s chart as PNG…', { words: 'picture, export' }),
  entry('File', 'account.svg', 'Save the view’s chart as SVG…', { words: 'picture, export' }),
  entry('File', 'account.csv', 'Save the view’s table as CSV…', { words: 'export, spreadsheet' }),
  entry('File', 'account.copy', 'Copy the view’s table', { words: 'export, clipboard, spreadsheet' }),
  entry('File', 'scenario.print', 'Print…', { accelerator: 'CmdOrCtrl+P' }),
  entry('Edit', 'history.undo', 'Undo', { accelerator: 'CmdOrCtrl+Z' }),
  entry('Edit', 'history.redo', 'Redo', { accelerator: 'CmdOrCtrl+Shift+Z' }),
  entry('Inputs', 'usage.focus', 'Type the monthly usage, or search the scenarios', { key: '/' }),
  entry('Inputs', 'usage.less', 'One step less usage', { key: '[' }),
  entry('Inputs', 'usage.more', 'One step more usage', { key: ']' }),
  entry('Inputs', 'overage.toggle', 'Overage on or off', { key: 'o' }),
  entry('Inputs', 'offers.toggle', 'First-month offers on or off', { key: 'f' }),
  entry('Inputs', 'billing.toggle', 'Monthly or annual billing', { key: 'b' }),
  entry('Inputs', 'pattern.next', 'Next usage pattern', { key: 'p' }),
  focusRank(1),
  focusRank(2),
  focusRank(3),
  focusRank(4),
  focusRank(5),
  focusRank(6),
  focusRank(7),
  entry('Plans', 'plan.follow', 'Follow the cheapest plan', { key: '0' }),
  ...RESULT_VIEWS.map((view, place) => showView(view, place)),
  entry('Account', 'account.invoice', 'Print an invoice…', { words: 'PDF, bill' }),
  entry('Account', 'account.next', 'Next view of the account', { key: ']' }),
  entry('Account', 'account.previous', 'Previous view of the account', { key: '[' }),
  entry('Account', 'account.table', 'The view as chart or table', { key: 'c' }),
  entry('Account', 'account.upgrade', 'Find the best day to upgrade', {
    words: 'best upgrade date, move up, when, regret',
  }),
  entry('Account', 'account.full', 'Full seats for the five who lose most', {
    words: 'choose, ceiling, stopped, blocked, what would they cost, give',
  }),
  entry('Account', 'account.apart', 'Work out linked or apart', {
    words: 'workspaces together or by themselves, consolidated, unlink, separate',
  }),
  ...ACCOUNT_PARTS.map((part) => editPart(part)),
  entry('Account', 'account.add.person', 'Add a person', { words: 'member, seat, invite' }),
  entry('Account', 'account.add.many', 'Add people…', {
    words: 'members, seats, Full and Basic, how many, team',
  }),
  entry('Account', 'account.add.people', 'Paste people…', { words: 'members, import a list, spreadsheet' }),
  entry('Account', 'account.add.workspace', 'Add a workspace', { words: 'region, environment' }),
  entry('Account', 'account.add.group', 'Add a billing group', { words: 'limit, team' }),
  entry('Account', 'account.add.key', 'Add an API key', { words: 'limit, company' }),
  entry('Account', 'account.add.change', 'Add a dated change…', {
    words: 'upgrade, downgrade, cancel, invite, on a date',
  }),
  entry('Account', 'account.keep.variant', 'Keep the account as a variant', { words: 'snapshot, compare' }),
  entry('Account', 'account.add.variant', 'Compare with a variant…', { words: 'add, what if, upgrade' }),
  entry('View', 'palette.open', 'Command palette…', { accelerator: 'CmdOrCtrl+K' }),
  ...SCREENS.map(goTo),
  entry('View', 'present.reset', 'Show the customer the account as it is', { key: 'r' }),
  entry('View', 'present.leave', 'Leave the page for the customer', { key: 'Escape' }),
  entry('View', 'curves.table', 'Cost curves as chart or table', { key: 'c' }),
  entry('View', 'months.table', 'Months as chart or table', { key: 'm' }),
  entry('View', 'part.next', 'Next part of the screen', {
    key: 'F6',
    words: 'go to inputs, results, views, figures, skip, focus, pane',
  }),
  entry('View', 'part.previous', 'Previous part of the screen', {
    key: 'Shift+F6',
    words: 'go back to inputs, results, views, figures, focus, pane',
  }),
  entry('View', 'theme.next', 'Light, dark or system theme', { key: 't' }),
  entry('Help', 'help', 'Keyboard shortcuts', { key: '?' }),
] as const satisfies readonly CommandEntry[]
