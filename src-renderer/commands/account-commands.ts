import type { COMMANDS } from '#shared/commands.ts'
import { type AccountPart, RESULT_VIEWS, type ResultView } from '#shared/screens.ts'
import { keepAsVariant } from '#renderer/state/keep-variant.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { goTo, showView, useRoute } from '#renderer/state/route.ts'
import { copyTable, savePicture, saveTable } from '#renderer/state/save-file.ts'
import { changeSettings, useSettings } from '#renderer/state/settings.ts'
import { mainPart } from '#renderer/state/view-parts.ts'
import { want, type Wanted } from '#renderer/state/wanted.ts'

type AccountCommand = Extract<(typeof COMMANDS)[number]['id'], `account.${string}`>

/** The view of the account's result that is shown, or would be. */
export const viewShown = (): ResultView =>
  RESULT_VIEWS.find((known) => known === useRoute.getState().view) ?? RESULT_VIEWS[0]

const openId = (): string | null => useOpenScenario.getState().document?.id ?? null

const show = (view: ResultView) => (): void => goTo('account', openId(), view)

/** After the last view comes the first, and before the first the last. */
const stepView = (by: 1 | -1): void =>
  showView(RESULT_VIEWS.at(RESULT_VIEWS.indexOf(viewShown()) + by) ?? RESULT_VIEWS[0])

/** Opens a part of the inputs, and says what of it is wanted. */
const inPart =
  (part: AccountPart, wanted: Wanted = `part ${part}`) =>
  (): void => {
    goTo('account', openId())
    const { openInputs } = useSettings.getState()
    if (!openInputs.includes(part)) void changeSettings({ openInputs: [...openInputs, part] })
    want(wanted)
  }

const inView = (view: ResultView, wanted: Wanted) => (): void => {
  goTo('account', openId(), view)
  want(wanted)
}

const picture = (kind: 'png' | 'svg') => (): void => {
  const part = mainPart(viewShown(), 'chart')
  if (part) void savePicture(part, kind)
}

function saveMainTable(): void {
  const part = mainPart(viewShown(), 'table')
  const [table] = part?.tables ?? []
  if (part && table) void saveTable(part, table)
}

function copyMainTable(): void {
  const [table] = mainPart(viewShown(), 'table')?.tables ?? []
  if (table) void copyTable(table)
}

/** How each command of the Account screen is done. */
export const accountRuns: Readonly<Record<AccountCommand, () => void>> = {
  'account.png': picture('png'),
  'account.svg': picture('svg'),
  'account.csv': saveMainTable,
  'account.copy': copyMainTable,
  'account.invoice': inView('invoices', 'printed invoice'),
  'account.show.timeline': show('timeline'),
  'account.show.credits': show('credits'),
  'account.show.seats': show('seats'),
  'account.show.workspaces': show('workspaces'),
  'account.show.invoices': show('invoices'),
  'account.show.ledger': show('ledger'),
  'account.show.events': show('events'),
  'account.show.costs': show('costs'),
  'account.show.variants': show('variants'),
  'account.next': () => stepView(1),
  'account.previous': () => stepView(-1),
  'account.table': () => mainPart(viewShown(), 'chart')?.turn?.(),
  'account.upgrade': inView('variants', 'upgrade'),
  'account.full': inView('seats', 'full seats'),
  'account.apart': inView('workspaces', 'apart'),
  'account.edit.usage': inPart('usage'),
  'account.edit.terms': inPart('terms'),
  'account.edit.people': inPart('people'),
  'account.edit.workspaces': inPart('workspaces'),
  'account.edit.limits': inPart('limits'),
  'account.edit.changes': inPart('changes'),
  'account.edit.about': inPart('about'),
  'account.add.person': inPart('people', 'person'),
  'account.add.many': inPart('people', 'many people'),
  'account.add.people': inPart('people', 'people'),
  'account.add.workspace': inPart('workspaces', 'workspace'),
  'account.add.group': inPart('limits', 'group'),
  'account.add.key': inPart('limits', 'key'),
  'account.add.change': inPart('changes', 'change'),
  'account.keep.variant': () => {
    goTo('account', openId())
    keepAsVariant()
  },
  'account.add.variant': inView('variants', 'variant'),
}
