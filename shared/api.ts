import { z } from 'zod'
import { BestUpgrade, BothFailures, CostDimensions, CostShare, Variant, VariantCost } from './analysis.ts'
import { Catalog } from './catalog.ts'
import { CompareInput, Comparison, Curves, CurvesInput, Crossover } from './comparison.ts'
import { DateText } from './decimal.ts'
import { Explanation, Reference } from './explanation.ts'
import { Diagnostic, type Result } from './problem.ts'
import { RunResult } from './run-result.ts'
import { CatalogRef, Scenario } from './scenario.ts'
import { WebhookEvent } from './webhook-event.ts'

export const CatalogSummary = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  currency: z.string(),
  plans: z.array(z.string()),
  source: z.string(),
  date: DateText,
})
export type CatalogSummary = z.infer<typeof CatalogSummary>

export const SchemaName = z.enum(['scenario', 'catalog', 'result'])
export type SchemaName = z.infer<typeof SchemaName>

/**
 * Every operation of the application: the one map that the hosts mount and the renderer's client is typed by.
 * `input` is parsed before the call; `output` is what comes back inside a `Result`.
 */
export const api = {
  'app.info': {
    input: z.strictObject({}),
    output: z.strictObject({ version: z.string(), engineVersion: z.string(), host: z.string() }),
  },
  'catalogs.list': { input: z.strictObject({}), output: z.array(CatalogSummary) },
  'catalogs.get': { input: z.strictObject({ id: z.string() }), output: Catalog },
  'analysis.compare': { input: CompareInput, output: Comparison },
  'analysis.curves': { input: CurvesInput, output: Curves },
  'analysis.crossovers': { input: z.strictObject({ catalog: CatalogRef }), output: z.array(Crossover) },
  'analysis.variants': {
    input: z.strictObject({ scenario: Scenario, variants: z.array(Variant).min(1).max(1000) }),
    output: z.array(VariantCost),
  },
  'analysis.bothFailures': { input: z.strictObject({ scenario: Scenario }), output: z.array(BothFailures) },
  'analysis.bestUpgrade': {
    input: z.strictObject({ scenario: Scenario, plan: z.string() }),
    output: BestUpgrade,
  },
  'analysis.attribution': {
    input: z.strictObject({ scenario: Scenario, dimensions: CostDimensions }),
    output: z.array(CostShare),
  },
  'scenarios.run': { input: Scenario, output: RunResult },
  /** Runs the scenario and answers why one thing in its result is as it is. */
  'scenarios.explain': {
    input: z.strictObject({ scenario: Scenario, reference: Reference }),
    output: Explanation,
  },
  /** Runs the scenario and answers its alerts as the events a webhook would carry. */
  'scenarios.events': { input: Scenario, output: z.array(WebhookEvent) },
  /** Reads a scenario or a catalogue and reports everything wrong with it; an empty list means it is sound. */
  'documents.validate': { input: z.strictObject({ document: z.unknown() }), output: z.array(Diagnostic) },
  'documents.schema': {
    input: z.strictObject({ name: SchemaName }),
    output: z.record(z.string(), z.unknown()),
  },
} as const

export type Method = keyof typeof api
export type Input<M extends Method> = z.input<(typeof api)[M]['input']>
export type ParsedInput<M extends Method> = z.output<(typeof api)[M]['input']>
export type Output<M extends Method> = z.output<(typeof api)[M]['output']>

/** How the renderer reaches the API: over IPC in Electron, over loopback HTTP in a browser. */
export type Invoke = <M extends Method>(method: M, input: Input<M>) => Promise<Result<Output<M>>>

export const isMethod = (name: string): name is Method => Object.hasOwn(api, name)
