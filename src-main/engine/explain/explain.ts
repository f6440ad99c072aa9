import type { Catalog } from '#shared/catalog.ts'
import type { Explanation } from '#shared/explanation.ts'
import { type Result, succeed } from '#shared/problem.ts'
import type { Reference, ResultReference } from '#shared/reference.ts'
import type { ModelledUsage } from '#shared/usage.ts'
import { explainAlert } from './explain-alert.ts'
import { explainBalance } from './explain-balance.ts'
import { explainBlock } from './explain-block.ts'
import { type Detailed, explainCost, explainSoFar } from './explain-cost.ts'
import { explainEntry } from './explain-entry.ts'
import { explainInvoice } from './explain-invoice.ts'
import { explainLine } from './explain-line.ts'
import { explainLost } from './explain-lost.ts'
import { explainMoved } from './explain-moved.ts'
import { explainTotal } from './explain-total.ts'
import type { ExplainedRun } from './explained-run.ts'
import { modelledUsageInWords } from './modelled-usage.ts'

/**
 * Why a figure of a run is what it is: the rule in words, the arithmetic step by step, the grants and the usage
 * behind it, how that was modelled in the scenario, and the source of its rate. It reads what the run recorded and prices
 * nothing anew. A sum is told by its parts, each of which leads on to an explanation of its own, so that a total is
 * followed down to the source of a rate. Refused: a reference to something the result does not have.
 */
export function explain(
  catalog: Catalog,
  run: ExplainedRun,
  reference: ResultReference,
  modelled?: ModelledUsage,
): Result<Explanation> {
  const explained = explainRecorded(catalog, run, reference)
  if (!explained.ok || modelled === undefined) return explained
  const usageRule = modelledUsageInWords(modelled, explained.value.usage)
  return usageRule === null ? explained : succeed({ ...explained.value, usageRule })
}

/** The same of any figure of an account, with what its run kept of it. */
export function explainInDetail(
  catalog: Catalog,
  detailed: Detailed,
  reference: Reference,
  modelled?: ModelledUsage,
): Result<Explanation> {
  switch (reference.kind) {
    case 'cost':
      return explainCost(catalog, detailed, reference)
    case 'soFar':
      return explainSoFar(detailed, reference)
    default:
      return explain(catalog, detailed.run, reference, modelled)
  }
}

function explainRecorded(
  catalog: Catalog,
  run: ExplainedRun,
  reference: ResultReference,
): Result<Explanation> {
  switch (reference.kind) {
    case 'line':
      return explainLine(catalog, run, reference)
    case 'balance':
      return explainBalance(catalog, run, reference.period)
    case 'block':
      return explainBlock(catalog, run, reference)
    case 'alert':
      return explainAlert(catalog, run, reference.alert)
    case 'entry':
      return explainEntry(run, reference.entry)
    case 'invoice':
      return explainInvoice(catalog, run, reference.invoice)
    case 'lost':
      return explainLost(catalog, run, reference)
    case 'moved':
      return explainMoved(run, reference)
    case 'total':
      return explainTotal(catalog, run, reference.of)
  }
}
