import {
  type AccountDetail,
  accountOfRun,
  accountOnPlans,
  type AccountOfRun,
  adviceFor,
  alertWindow,
  attributedCosts,
  bestUpgrades,
  bothFailures,
  compareVariants,
  creditLayers,
  eventWindow,
  explainInDetail,
  fullSeats,
  invoiceDetail,
  invoiceHeads,
  ledgerWindow,
  linkedOrApart,
  type OnProgress,
  periodCosts,
  rowsIn,
  runSummary,
  runWithDetail,
  separateAccountsOf,
  usageWindow,
  workspaceView,
} from '#main/engine/index.ts'
import { isMethod } from '#shared/api.ts'
import type { Catalog } from '#shared/catalog.ts'
import type { ResultSummary } from '#shared/open-result.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { answer } from './answer.ts'
import { explainAnew } from './explain-anew.ts'
import { AskedParts, type OfOpen } from './asked-parts.ts'
import { EventsAtHand } from './events-at-hand.ts'
import type { Handlers } from './handlers.ts'
import { inputHash } from './input-hash.ts'
import { resolveCatalog, resolveScenarioCatalog, within } from './resolve-catalog.ts'
import { type OpenResult, ResultShelf } from './result-shelf.ts'
import { partOfTable } from './result-tables.ts'
import { isOfOpenResults, type OpenResultMethod } from './results.ts'
import { type KeptEventsOf, type ScenarioToOpen, scenarioToOpen } from './scenario-to-open.ts'

/** Answers a call of an open result; an opening may tell how far it is. */
export type AnswerOpen = (method: string, input: unknown, onProgress: OnProgress) => Promise<Result<unknown>>

/**
 * Opens results and answers what is asked of them, one call after the other: where a result is kept, nothing is run again
 * but for costs by what they are told apart by.
 */
export function answerOpen(keptEventsOf: KeptEventsOf, shelf = new ResultShelf()): AnswerOpen {
  const handlers = handlersOn(shelf, keptEventsOf)
  return (method, input, onProgress) => {
    if (isMethod(method) && isOfOpenResults(method)) return answer(handlers, method, input, onProgress)
    throw new Error(`No open result answers ${method}.`)
  }
}

function handlersOn(shelf: ResultShelf, keptEventsOf: KeptEventsOf): Pick<Handlers, OpenResultMethod> {
  const parts = new AskedParts(shelf)
  const eventsAtHand = new EventsAtHand()
  return {
    'results.open': async (input, onProgress) => {
      const toOpen = await scenarioToOpen(input, keptEventsOf, eventsAtHand)
      return toOpen.ok ? open(shelf, toOpen.value, onProgress) : toOpen
    },
    'results.ledger': ({ id, account, ...asked }) =>
      ofAccount(shelf, id, account, (_one, _open, of) =>
        succeed(ledgerWindow(parts.ledgerLook(of, asked), asked)),
      ),
    'results.invoices': ({ id, account, ...window }) =>
      ofAccount(shelf, id, account, (one) => succeed(invoiceHeads(one, window))),
    'results.invoice': ({ id, account, number }) =>
      ofAccount(shelf, id, account, (one, { catalog }) => invoiceDetail(catalog, one, number)),
    'results.alerts': ({ id, account, ...asked }) =>
      ofAccount(shelf, id, account, (_one, _open, of) =>
        succeed(alertWindow(parts.alertLook(of, asked), asked)),
      ),
    'results.events': ({ id, account, ...asked }) =>
      ofAccount(shelf, id, account, (one, _open, of) =>
        succeed(eventWindow(parts.alertLook(of, asked), one, asked)),
      ),
    'results.grants': ({ id, account, ...window }) =>
      ofAccount(shelf, id, account, ({ grants }) => succeed(rowsIn(grants, window))),
    'results.usage': ({ id, account, ...asked }) =>
      ofAccount(shelf, id, account, (one) => succeed(usageWindow(one, asked))),
    'results.explain': ({ id, account, reference }) =>
      withDetail(shelf, id, account, (run, detail, { catalog, scenario }) =>
        within('reference', explainInDetail(catalog, { run, detail }, reference, scenario.usage)),
      ),
    'results.explainAnew': ({ id, account, reference }, onProgress) =>
      ofAccount(shelf, id, account, (run, kept) =>
        account === null
          ? within('reference', explainAnew({ run, kept, parts }, reference, onProgress))
          : refuse(NOT_TOLD_APART),
      ),
    'results.attribution': ({ id, account, dimensions }, onProgress) =>
      ofAccount(shelf, id, account, (_one, { catalog, scenario }) =>
        account === null
          ? attributedCosts(catalog, scenario, dimensions, onProgress)
          : refuse(NOT_TOLD_APART),
      ),
    'results.layers': ({ id, account, ...window }) =>
      withDetail(shelf, id, account, (one, detail) => creditLayers(one, detail, window)),
    'results.costs': ({ id, account, by }) =>
      withDetail(shelf, id, account, (one, detail) => succeed(periodCosts(one, detail, by))),
    'results.seats': ({ id, job: _job, ...asked }, onProgress) =>
      ofAccount(shelf, id, null, (_one, kept) => {
        const report = parts.seatReport(kept, onProgress)
        if (!report.ok) return report
        const { total, rows } = rowsIn(report.value.members, asked)
        return succeed({ ...report.value, members: [...rows], total })
      }),
    'results.fullSeats': ({ id, job: _job, ...asked }, onProgress) =>
      ofAccount(shelf, id, null, (_one, { catalog, scenario }) =>
        fullSeats(catalog, scenario, asked, onProgress),
      ),
    'results.apart': ({ id, plans }, onProgress) =>
      ofAccount(shelf, id, null, (_one, { catalog, scenario }) =>
        linkedOrApart(catalog, scenario, plans, onProgress),
      ),
    'results.variants': ({ id, variants, baseline }, onProgress) =>
      ofAccount(shelf, id, null, (_one, { catalog, scenario }) =>
        compareVariants(catalog, scenario, variants, { baseline, catalogOf: resolveCatalog, onProgress }),
      ),
    'results.bothFailures': ({ id }, onProgress) =>
      ofAccount(shelf, id, null, (_one, { catalog, scenario }) =>
        bothFailures(catalog, scenario, onProgress),
      ),
    'results.bestUpgrades': ({ id, plans, mostDays }, onProgress) =>
      ofAccount(shelf, id, null, (_one, { catalog, scenario }) =>
        bestUpgrades(catalog, scenario, plans, { mostDays, onProgress }),
      ),
    'results.onEveryPlan': async (input) =>
      ofScenario(await scenarioToOpen(input, keptEventsOf, eventsAtHand), accountOnPlans),
    'results.whatToBuy': async (input, onProgress) =>
      ofScenario(await scenarioToOpen(input, keptEventsOf, eventsAtHand), (catalog, scenario) =>
        adviceFor(catalog, scenario, onProgress),
      ),
    'results.workspaceView': ({ id, account, workspace }) =>
      ofAccount(shelf, id, account, (one) => workspaceView(one, workspace)),
    'results.table': ({ id, account, table, offset }, onProgress) =>
      ofAccount(shelf, id, table.kind === 'members' ? null : account, (_one, _open, of) =>
        partOfTable({ of, parts, onProgress }, table, offset),
      ),
  }
}

/** The same input is run once for as long as its result is kept. */
function open(
  shelf: ResultShelf,
  { scenario, eventsText }: ScenarioToOpen,
  onProgress?: OnProgress,
): Result<ResultSummary> {
  const catalog = resolveScenarioCatalog(scenario)
  if (!catalog.ok) return catalog
  const hash = inputHash(scenario, catalog.value, eventsText)
  const kept = shelf.find(hash)
  if (kept) return succeed(runSummary(kept.catalog, kept.result))
  shelf.makeRoom()
  const billed = within('scenario', runWithDetail(catalog.value, scenario, onProgress))
  if (!billed.ok) return billed
  const { detail, apart } = billed.value
  const result = { ...billed.value.result, inputHash: hash }
  shelf.keep({ catalog: catalog.value, scenario, result, detail, apart })
  return succeed(runSummary(catalog.value, result))
}

function ofScenario<T>(
  toOpen: Result<ScenarioToOpen>,
  ask: (catalog: Catalog, scenario: ScenarioToOpen['scenario']) => Result<T>,
): Result<T> {
  if (!toOpen.ok) return toOpen
  const { scenario } = toOpen.value
  const catalog = resolveScenarioCatalog(scenario)
  return catalog.ok ? within('scenario', ask(catalog.value, scenario)) : catalog
}

function ofAccount<T>(
  shelf: ResultShelf,
  id: string,
  account: string | null,
  ask: (account: AccountOfRun, open: OpenResult, of: OfOpen) => Result<T>,
): Result<T> {
  const kept = shelf.find(id)
  if (!kept) return refuse(GONE)
  const found = accountOfRun(kept.result, account)
  return found.ok ? ask(found.value, kept, { open: kept, account, billed: found.value }) : found
}

function withDetail<T>(
  shelf: ResultShelf,
  id: string,
  account: string | null,
  ask: (account: AccountOfRun, detail: AccountDetail, kept: OpenResult) => Result<T>,
): Result<T> {
  return ofAccount(shelf, id, account, (one, kept) => {
    const place = separateAccountsOf(kept.result).findIndex((separate) => separate.account === account)
    const detail = account === null ? kept.detail : kept.apart[place]
    if (!detail) throw new Error('An account of the result has no detail.')
    return ask(one, detail, kept)
  })
}

const GONE = {
  code: 'result.gone',
  message: 'This result is not kept any more. Open the scenario again to look at it.',
  path: 'id',
}

const NOT_TOLD_APART = {
  code: 'result.not_told_apart',
  message:
    'Costs are told apart for the account that workspaces share, not for one that a workspace went on with by itself.',
  path: 'account',
}
