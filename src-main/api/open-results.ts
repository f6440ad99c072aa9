import {
  type AccountDetail,
  accountOfRun,
  accountOnPlans,
  adviceFor,
  alertWindow,
  attributedCosts,
  bestUpgrades,
  billingPeriodCosts,
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
import { OpenedBy } from './opened-by.ts'
import { openedResult } from './opened-result.ts'
import { type OpenResult, ResultShelf, type WholeRun } from './result-shelf.ts'
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
  const kept: Kept = { shelf, parts }
  const eventsAtHand = new EventsAtHand()
  const openedBy = new OpenedBy()
  return {
    'results.open': async (input, onProgress) => {
      const toOpen = await scenarioToOpen(input, keptEventsOf, eventsAtHand)
      if (!toOpen.ok) return toOpen
      const opened = open(kept, toOpen.value, onProgress)
      if (opened.ok && input.job) openedBy.note(input.job.token, opened.value.id)
      return opened
    },
    'results.ledger': (asked, onProgress) =>
      ofAccount(kept, asked, onProgress, (of) => succeed(ledgerWindow(parts.ledgerLook(of, asked), asked))),
    'results.invoices': (asked, onProgress) =>
      asked.account === null
        ? ofOpen(shelf, asked.id, ({ costing }) => succeed(invoiceHeads(costing.account, asked)))
        : ofAccount(kept, asked, onProgress, ({ billed }) => succeed(invoiceHeads(billed, asked))),
    'results.invoice': ({ number, ...asked }, onProgress) =>
      ofAccount(kept, asked, onProgress, ({ billed, open: { catalog } }) =>
        invoiceDetail(catalog, billed, number),
      ),
    'results.alerts': (asked, onProgress) =>
      ofAccount(kept, asked, onProgress, (of) => succeed(alertWindow(parts.alertLook(of, asked), asked))),
    'results.events': (asked, onProgress) =>
      ofAccount(kept, asked, onProgress, (of) =>
        succeed(eventWindow(parts.alertLook(of, asked), of.billed, asked)),
      ),
    'results.grants': (asked, onProgress) =>
      ofAccount(kept, asked, onProgress, ({ billed }) => succeed(rowsIn(billed.grants, asked))),
    'results.usage': (asked, onProgress) =>
      ofAccount(kept, asked, onProgress, ({ billed }) => succeed(usageWindow(billed, asked))),
    'results.explain': ({ reference, ...asked }, onProgress) =>
      ofAccount(kept, asked, onProgress, (of) => {
        const { catalog, scenario } = of.open
        const run = { run: of.billed, detail: detailOf(of) }
        return within('reference', explainInDetail(catalog, run, reference, scenario.usage))
      }),
    'results.explainAnew': ({ reference, ...asked }, onProgress) =>
      ofAccount(kept, asked, onProgress, ({ billed, open: opened, account }) =>
        account === null
          ? within('reference', explainAnew({ run: billed, kept: opened, parts }, reference, onProgress))
          : refuse(NOT_TOLD_APART),
      ),
    'results.attribution': ({ id, account, dimensions }, onProgress) =>
      ofOpen(shelf, id, ({ catalog, scenario }) =>
        account === null
          ? attributedCosts(catalog, scenario, dimensions, onProgress)
          : refuse(NOT_TOLD_APART),
      ),
    'results.layers': (asked, onProgress) =>
      ofAccount(kept, asked, onProgress, (of) => creditLayers(of.billed, detailOf(of), asked)),
    'results.costs': (asked, onProgress) =>
      asked.account === null && asked.by === 'period'
        ? ofOpen(shelf, asked.id, ({ costing }) =>
            succeed(billingPeriodCosts(costing.account, costing.detail)),
          )
        : ofAccount(kept, asked, onProgress, (of) => succeed(periodCosts(of.billed, detailOf(of), asked.by))),
    'results.seats': ({ id, job: _job, ...asked }, onProgress) =>
      ofOpen(shelf, id, (opened) => {
        const report = parts.seatReport(opened, onProgress)
        if (!report.ok) return report
        const { total, rows } = rowsIn(report.value.members, asked)
        return succeed({ ...report.value, members: [...rows], total })
      }),
    'results.fullSeats': ({ id, job: _job, ...asked }, onProgress) =>
      ofOpen(shelf, id, ({ catalog, scenario }) => fullSeats(catalog, scenario, asked, onProgress)),
    'results.apart': ({ id, plans }, onProgress) =>
      ofOpen(shelf, id, ({ catalog, scenario }) => linkedOrApart(catalog, scenario, plans, onProgress)),
    'results.variants': ({ id, variants, baseline }, onProgress) =>
      ofOpen(shelf, openedBy.idOf(id), ({ catalog, scenario }) =>
        compareVariants(catalog, scenario, variants, { baseline, catalogOf: resolveCatalog, onProgress }),
      ),
    'results.bothFailures': ({ id }, onProgress) =>
      ofOpen(shelf, id, ({ catalog, scenario }) => bothFailures(catalog, scenario, onProgress)),
    'results.bestUpgrades': ({ id, plans, mostDays }, onProgress) =>
      ofOpen(shelf, id, ({ catalog, scenario }) =>
        bestUpgrades(catalog, scenario, plans, { mostDays, onProgress }),
      ),
    'results.onEveryPlan': async (input) =>
      ofScenario(await scenarioToOpen(input, keptEventsOf, eventsAtHand), accountOnPlans),
    'results.whatToBuy': async (input, onProgress) =>
      ofScenario(await scenarioToOpen(input, keptEventsOf, eventsAtHand), (catalog, scenario) =>
        adviceFor(catalog, scenario, onProgress),
      ),
    'results.workspaceView': ({ workspace, ...asked }, onProgress) =>
      ofAccount(kept, asked, onProgress, ({ billed }) => workspaceView(billed, workspace)),
    'results.table': ({ id, account, table, offset }, onProgress) =>
      ofAccount(kept, { id, account: table.kind === 'members' ? null : account }, onProgress, (of) =>
        partOfTable({ of, parts, onProgress }, table, offset),
      ),
  }
}

/** Results that are open, and what was asked of them. */
interface Kept {
  readonly shelf: ResultShelf
  readonly parts: AskedParts
}

/** The same input is run once for as long as its result is kept. */
function open(
  { shelf, parts }: Kept,
  { scenario, eventsText }: ScenarioToOpen,
  onProgress?: OnProgress,
): Result<ResultSummary> {
  const catalog = resolveScenarioCatalog(scenario)
  if (!catalog.ok) return catalog
  const id = inputHash(scenario, catalog.value, eventsText)
  const kept = shelf.find(id)
  if (kept) return succeed(kept.summary)
  shelf.makeRoom()
  const opened = within('scenario', openedResult({ catalog: catalog.value, scenario, id }, onProgress))
  if (!opened.ok) return opened
  shelf.keep(opened.value)
  // What is there already is counted at once.
  if (opened.value.billed) parts.wholeRun(opened.value)
  return succeed(opened.value.summary)
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

/** What is asked of an open result that billing anew answers, or that says it all by its input. */
function ofOpen<T>(shelf: ResultShelf, id: string, ask: (open: OpenResult) => Result<T>): Result<T> {
  const kept = shelf.find(id)
  return kept ? ask(kept) : refuse(GONE)
}

interface Asked extends OfOpen {
  readonly whole: WholeRun
}

function ofAccount<T>(
  { shelf, parts }: Kept,
  { id, account }: { readonly id: string; readonly account: string | null },
  onProgress: OnProgress | undefined,
  ask: (asked: Asked) => Result<T>,
): Result<T> {
  return ofOpen(shelf, id, (kept) => {
    const whole = within('scenario', parts.wholeRun(kept, onProgress))
    if (!whole.ok) return whole
    const found = accountOfRun(whole.value.result, account)
    return found.ok ? ask({ open: kept, account, billed: found.value, whole: whole.value }) : found
  })
}

function detailOf({ whole, account }: Asked): AccountDetail {
  const place = separateAccountsOf(whole.result).findIndex((separate) => separate.account === account)
  const detail = account === null ? whole.detail : whole.apart[place]
  if (!detail) throw new Error('An account of the result has no detail.')
  return detail
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
