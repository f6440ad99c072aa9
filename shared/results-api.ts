import * as z from './zod.ts'
import { AccountOnPlans, WhatToBuy } from './account-on-plans.ts'
import { BestUpgrades, BothFailures, VariantCost } from './analysis.ts'
import { CreditLayers } from './credit-layers.ts'
import { Explanation } from './explanation.ts'
import { JobToken } from './job-token.ts'
import { FullSeats } from './full-seat.ts'
import { LinkedOrApart } from './linked-or-apart.ts'
import {
  AttributedCosts,
  AlertWindow,
  AlertWindowInput,
  ApartInput,
  AttributionInput,
  CostsInput,
  EventWindow,
  ExplainAnewInput,
  ExplainInput,
  FullSeatsInput,
  GrantWindow,
  InvoiceDetail,
  InvoiceInput,
  InvoiceWindow,
  LayersInput,
  LedgerWindow,
  LedgerWindowInput,
  OfResultInput,
  OpenInput,
  ResultSummary,
  ResultUpgradesInput,
  ResultVariantsInput,
  SeatsInput,
  SeatWindow,
  UsageWindow,
  UsageWindowInput,
  WindowInput,
  WorkspaceView,
  WorkspaceViewInput,
} from './open-result.ts'
import { PeriodCosts } from './period-costs.ts'
import { TableInput, TablePart } from './result-table.ts'

/** What is asked of results that are open; see `open-result.ts`. */
export const resultsApi = {
  /*
   * An opening and a long question may be a `job`: it is told as it goes by events (`job`) with its token. It is refused
   * with `result.cancelled` where `results.cancel` called it off, and with `result.superseded` where its asker opened a
   * newer state meanwhile. Any call is refused with `result.too_many` where too many wait already.
   */
  /** Runs the scenario and keeps the result, or finds it where it is kept still. */
  'results.open': { input: OpenInput, output: ResultSummary },
  /** Calls off the job of this token, whether it waits or is under way; whether there was one. */
  'results.cancel': {
    input: z.strictObject({ token: JobToken }),
    output: z.strictObject({ cancelled: z.boolean() }),
  },
  /* What is asked of an open result is refused with `result.gone` where it is not kept any more: it is opened again. */
  'results.ledger': { input: LedgerWindowInput, output: LedgerWindow },
  'results.invoices': { input: WindowInput, output: InvoiceWindow },
  'results.invoice': { input: InvoiceInput, output: InvoiceDetail },
  'results.alerts': { input: AlertWindowInput, output: AlertWindow },
  /** Alerts as the events a webhook would carry. */
  'results.events': { input: AlertWindowInput, output: EventWindow },
  'results.grants': { input: WindowInput, output: GrantWindow },
  'results.usage': { input: UsageWindowInput, output: UsageWindow },
  'results.explain': { input: ExplainInput, output: Explanation },
  /** Why a figure that the account is billed anew for is what it is. */
  'results.explainAnew': { input: ExplainAnewInput, output: Explanation },
  /** What `analysis.attribution` answers of the scenario; refused of a separate account, whose costs are not told apart. */
  'results.attribution': { input: AttributionInput, output: AttributedCosts },
  'results.layers': { input: LayersInput, output: CreditLayers },
  'results.costs': { input: CostsInput, output: PeriodCosts },
  'results.seats': { input: SeatsInput, output: SeatWindow },
  'results.fullSeats': { input: FullSeatsInput, output: FullSeats },
  /** The workspaces on their shared bill beside each on a bill of its own. */
  'results.apart': { input: ApartInput, output: LinkedOrApart },
  /** What the analyses of these names answer of the scenario. */
  'results.variants': { input: ResultVariantsInput, output: z.array(VariantCost) },
  'results.bothFailures': { input: OfResultInput, output: z.array(BothFailures) },
  'results.bestUpgrades': { input: ResultUpgradesInput, output: BestUpgrades },
  /*
   * Of an account whether or not it has a result, for one that cannot be billed as it is has none: so these come with the
   * scenario, as an opening does.
   */
  'results.onEveryPlan': { input: OpenInput, output: AccountOnPlans },
  'results.whatToBuy': { input: OpenInput, output: WhatToBuy.nullable() },
  'results.workspaceView': { input: WorkspaceViewInput, output: WorkspaceView },
  /** A table whole, as a file, part by part. */
  'results.table': { input: TableInput, output: TablePart },
} as const
