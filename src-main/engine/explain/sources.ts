import type { Catalog, Plan, Source } from '#shared/catalog.ts'
import type { Alert } from '#shared/alert.ts'
import type { InvoiceLine } from '#shared/invoice.ts'
import type { BlockCause, PlanInForce, RunResult } from '#shared/run-result.ts'
import { type AlertFigure, ALERT_KINDS } from '../alert/alert-kinds.ts'
import { BLOCK_CAUSES } from '../alert/block-causes.ts'
import { SCENARIO, scenarioSource } from '../plan/scenario-source.ts'

/** The sources that figures name by their keys, each once; those of the scenario's own terms among them. */
export const sourcesOf = (
  catalog: Catalog,
  run: { readonly scenario: string; readonly start: string },
  keys: readonly string[],
): Source[] =>
  [...new Set(keys)].flatMap((key) =>
    key === SCENARIO
      ? scenarioSource({ name: run.scenario, start: run.start })
      : (catalog.sources[key] ?? []),
  )

/** The catalogue's plans that were in force, each once, in the order they were. */
export const plansInForce = (catalog: Catalog, held: readonly PlanInForce[]): readonly Plan[] =>
  [...new Set(held.map(({ plan }) => plan))].flatMap(
    (id) => catalog.plans.find((plan) => plan.id === id) ?? [],
  )

/** The plan in force at an instant: the last that was by then. */
export function planAt(catalog: Catalog, { periods }: Pick<RunResult, 'periods'>, at: string): Plan | null {
  const held = periods.flatMap(({ plans }) => plans).findLast(({ from }) => from <= at)
  return catalog.plans.find(({ id }) => id === held?.plan) ?? null
}

/** Keys of the sources of a line's rate, and of the rule that it rests on where the catalogue cites one. */
export const lineSources = ({ refundDays }: Catalog, { kind, source }: InvoiceLine): readonly string[] =>
  kind === 'refund' && refundDays !== undefined ? [source, refundDays.source] : [source]

/** Keys of the sources of the figures, of the plan or of its catalogue, that an alert of this kind rests on. */
export const alertSources = (catalog: Catalog, kind: Alert['kind'], plan: Plan): readonly string[] =>
  ALERT_KINDS[kind].figures.flatMap((figure) => figureSources(catalog, figure, plan))

/** The scenario's own limits and locks; what is sold is at fault where credits run out. */
const OWN_CAUSES: readonly BlockCause[] = ['spendLimit', 'groupLimit', 'keyLimit', 'workspaceLimit', 'locked']
const CAUSES_OF_THE_POOL: readonly BlockCause[] = ['poolEmpty', 'notEnoughLeft']

/** Keys of the sources of the rule by which a cause keeps usage from being served on a plan. */
export const causeSources = (catalog: Catalog, cause: BlockCause, plan: Plan): readonly string[] => [
  ...(OWN_CAUSES.includes(cause) ? [SCENARIO] : []),
  ...(CAUSES_OF_THE_POOL.includes(cause) ? [plan.credits.source, ...pastQuotaSources(plan)] : []),
  ...alertSources(catalog, BLOCK_CAUSES[cause].alert, plan),
]

function figureSources(
  { largestRequestQuotas }: Catalog,
  figure: AlertFigure,
  plan: Plan,
): readonly string[] {
  switch (figure) {
    case 'lowBalance':
      return [plan.lowBalancePercent.source, plan.credits.source]
    case 'rollover':
      return [plan.rollover.source]
    case 'basicCeiling':
      return plan.seats.basicCeiling === null ? [] : [plan.seats.basicCeiling.credits.source]
    case 'seats':
      return [plan.seats.full.source, plan.seats.basic.source]
    case 'grace':
      return plan.graceCredits === undefined ? [] : [plan.graceCredits.source]
    case 'pastQuota':
      return pastQuotaSources(plan)
    case 'largestRequest':
      return largestRequestQuotas === undefined ? [] : [largestRequestQuotas.source]
  }
}

function pastQuotaSources({ pastQuota }: Plan): readonly string[] {
  switch (pastQuota.kind) {
    case 'block':
      return [pastQuota.source]
    case 'postpaid':
      return [
        pastQuota.charge.source,
        ...(pastQuota.invoiceThreshold === undefined ? [] : [pastQuota.invoiceThreshold.source]),
      ]
    case 'prepaid':
      return [pastQuota.value.source, pastQuota.autoTopUp.source, pastQuota.expiresAfterMonths.source]
  }
}
