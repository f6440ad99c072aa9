import * as z from './zod.ts'
import { JobToken } from './job-token.ts'
import { Problem } from './problem.ts'

/**
 * Calls that may take long. A run does them in a worker thread, with progress, and can be cancelled; a plain call of
 * one is answered in a thread, too, where its input is heavy.
 */
export const LongMethod = z.enum([
  'scenarios.run',
  'scenarios.monthlyUsage',
  'scenarios.usageByMonth',
  'scenarios.burned',
  'scenarios.moveWork',
  'scenarios.seats',
  'scenarios.explain',
  'scenarios.events',
  'scenarios.card',
  'analysis.compare',
  'analysis.compareMany',
  'analysis.explainCompared',
  'analysis.curves',
  'analysis.crossovers',
  'analysis.envelope',
  'analysis.variants',
  'analysis.bothFailures',
  'analysis.bestUpgrade',
  'analysis.bestUpgrades',
  'analysis.attribution',
  'analysis.customerPage',
  'analysis.difference',
  'documents.validate',
])
export type LongMethod = z.infer<typeof LongMethod>

/** What a run does: a long call, to read a large file on its way into the library, or to write a result as a workbook. */
export const RunKind = z.enum([...LongMethod.options, 'bundles.read', 'workbook.write'])
export type RunKind = z.infer<typeof RunKind>

/** `crashed`: the worker ended by itself; it was replaced, and nothing of the run remains. */
export const RunStatus = z.enum(['waiting', 'running', 'done', 'refused', 'cancelled', 'crashed'])
export type RunStatus = z.infer<typeof RunStatus>

export const RunState = z.strictObject({
  id: z.string(),
  method: RunKind,
  status: RunStatus,
  /** From 0 to 1; null while nothing is known about how far it is. */
  progress: z.number().min(0).max(1).nullable(),
  problems: z.array(Problem),
  /** By what its asker knows it; left out where the asker gave none. */
  token: JobToken.optional(),
})
export type RunState = z.infer<typeof RunState>
