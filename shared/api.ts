import * as z from './zod.ts'
import {
  BestUpgrade,
  BestUpgrades,
  BestUpgradesInput,
  BothFailures,
  CostDimensions,
  CostShare,
  MostDays,
  ScenarioVariants,
  VariantCost,
  VariantsInput,
} from './analysis.ts'
import { textOf } from './bounded.ts'
import { MOST_NAME } from './bounds.ts'
import { BurnedInput, BurnedWork } from './burned.ts'
import { MOST_BUNDLE_BYTES } from './bundle-file.ts'
import { ImportOutcome, OnExisting } from './bundle.ts'
import { Catalog } from './catalog.ts'
import {
  CheapestStretch,
  CompareInput,
  CompareManyInput,
  Comparison,
  Crossover,
  CrossoverPairs,
  Curves,
  CurvesInput,
} from './comparison.ts'
import { CustomerPage, CustomerPageInput, StoredCustomerPage } from './customer-page.ts'
import { CreditsText, DateText } from './decimal.ts'
import { ExampleSummary, OpenedExample } from './examples.ts'
import { ExplainComparedInput } from './explain-compared.ts'
import { Explanation } from './explanation.ts'
import { Reference } from './reference.ts'
import { fileOf } from './file-bytes.ts'
import {
  DocumentId,
  DocumentName,
  DocumentSummary,
  EditLabel,
  HistoryScope,
  HistoryState,
  HistoryStep,
  ListInput,
  NewContent,
  Revision,
  StoredRevision,
} from './library.ts'
import { JobToken } from './job-token.ts'
import { Diagnostic, type Result, resultOf } from './problem.ts'
import { ResultsDifference } from './results-difference.ts'
import { resultsApi } from './results-api.ts'
import { RunResult } from './run-result.ts'
import { SeatCount } from './seat-count.ts'
import { LongMethod, RunState } from './runs.ts'
import { CatalogRef, Scenario } from './scenario.ts'
import { ScenarioCard } from './scenario-card.ts'
import { MOST_SAVED_BYTES } from './saved-file.ts'
import { LEAST_SECRET, SecretProtection, SecretState } from './secrets.ts'
import { Backup, Settings, SettingsChange, StoreCheck, StoreInfo } from './store.ts'
import { WebhookEvent } from './webhook-event.ts'
import { ModelledUsage } from './usage.ts'
import { NamedUsageInput, ShareOutInput } from './share-out.ts'
import { ModelMove } from './variant.ts'
import { EditedDocument, WindowDocument, WindowScenario } from './window-document.ts'
import { Workbook } from './workbook.ts'

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
    output: z.strictObject({
      version: z.string(),
      engineVersion: z.string(),
      host: z.string(),
      /** Whether the host opens the system's own dialogs (`files.*`); a browser picks and downloads files itself. */
      hasDialogs: z.boolean(),
      /** What it runs on, by name: `node`, `sqlite`, and in Electron `electron` and `chrome`. */
      runtime: z.record(z.string(), z.string()),
    }),
  },
  'catalogs.list': { input: z.strictObject({}), output: z.array(CatalogSummary) },
  'catalogs.get': { input: z.strictObject({ id: textOf(MOST_NAME) }), output: Catalog },
  'analysis.compare': { input: CompareInput, output: Comparison },
  /** What `compare` answers to each of the usages, in their order; each is refused by itself. */
  'analysis.compareMany': { input: CompareManyInput, output: z.array(resultOf(Comparison)) },
  /** Why a plan comes to what `compare` says; refused of a plan there is none of, and of what it does not have. */
  'analysis.explainCompared': { input: ExplainComparedInput, output: Explanation },
  'analysis.curves': { input: CurvesInput, output: Curves },
  'analysis.crossovers': {
    input: z.strictObject({ catalog: CatalogRef, pairs: CrossoverPairs.default('neighbours') }),
    output: z.array(Crossover),
  },
  /** Which plan is the cheapest in which stretch of usage, on the terms of `analysis.crossovers`. */
  'analysis.envelope': { input: z.strictObject({ catalog: CatalogRef }), output: z.array(CheapestStretch) },
  'analysis.variants': { input: VariantsInput, output: z.array(VariantCost) },
  'analysis.bothFailures': { input: z.strictObject({ scenario: Scenario }), output: z.array(BothFailures) },
  'analysis.bestUpgrade': {
    input: z.strictObject({
      scenario: Scenario,
      plan: textOf(MOST_NAME),
      /** Left out: every day of the run is tried. */
      mostDays: MostDays.optional(),
    }),
    output: BestUpgrade,
  },
  /** The best day for moving to one of several plans; a plan that cannot be moved to does not stop the others. */
  'analysis.bestUpgrades': { input: BestUpgradesInput, output: BestUpgrades },
  'analysis.attribution': {
    input: z.strictObject({ scenario: Scenario, dimensions: CostDimensions }),
    output: z.array(CostShare),
  },
  /** All that a customer may see of an account: every plan for the whole of it, and which to buy and when. */
  'analysis.customerPage': { input: CustomerPageInput, output: CustomerPage },
  /** What two scenarios come to, side by side; one that cannot be billed says why. */
  'analysis.difference': {
    input: z.strictObject({ left: Scenario, right: Scenario }),
    output: ResultsDifference,
  },
  'scenarios.run': { input: Scenario, output: RunResult },
  /**
   * The one figure a month, in whole credits, that stands for the scenario's modelled usage: its pattern's, or the average
   * of its months. What streams come to depends on the plan in force: a scenario with streams is refused like a run.
   */
  'scenarios.monthlyUsage': { input: Scenario, output: CreditsText },
  /**
   * The credits that the scenario's modelled usage comes to in each of its months. What streams come to depends on the plan
   * in force: a scenario with streams is refused like a run. Of usage written out, the months that are written.
   */
  'scenarios.usageByMonth': { input: Scenario, output: z.strictObject({ months: z.array(CreditsText) }) },
  /** What quantities of products burn at the rates of one plan, in their order. */
  'scenarios.burned': { input: BurnedInput, output: z.array(BurnedWork) },
  /** The usage with a share of one model's work moved to another, split as variants split it. */
  'scenarios.moveWork': {
    input: z.strictObject({ usage: ModelledUsage, move: ModelMove }),
    output: ModelledUsage,
  },
  /** Usage by product, shared out among members or workspaces. */
  'scenarios.shareOut': { input: ShareOutInput, output: ModelledUsage },
  /** Usage by product after somebody's part of it has changed, which nobody by name uses that much less or more. */
  'scenarios.namedUsage': { input: NamedUsageInput, output: ModelledUsage },
  /** The seats of a scenario on its first day and who holds them, whether or not it can be billed. */
  'scenarios.seats': { input: Scenario, output: SeatCount },
  /** Runs the scenario and answers why one thing in its result is as it is. */
  'scenarios.explain': {
    input: z.strictObject({ scenario: Scenario, reference: Reference }),
    output: Explanation,
  },
  /** Runs the scenario and answers its alerts as the events a webhook would carry. */
  'scenarios.events': { input: Scenario, output: z.array(WebhookEvent) },
  /** What the scenario costs, month by month, and what stands out in it. */
  'scenarios.card': { input: Scenario, output: ScenarioCard },
  /** Reads a scenario or a catalogue and reports everything wrong with it; an empty list means it is sound. */
  'documents.validate': { input: z.strictObject({ document: z.unknown() }), output: z.array(Diagnostic) },
  'documents.schema': {
    input: z.strictObject({ name: SchemaName }),
    output: z.record(z.string(), z.unknown()),
  },

  ...resultsApi,

  'library.list': { input: ListInput, output: z.array(DocumentSummary) },
  'library.get': { input: z.strictObject({ id: DocumentId }), output: WindowDocument },
  'library.create': {
    input: z.strictObject({ name: DocumentName, document: NewContent }),
    output: WindowDocument,
  },
  /** One accepted edit. Refused with `library.conflict` when somebody else has edited `base` since. */
  'library.edit': {
    input: z.strictObject({
      id: DocumentId,
      base: z.int().min(1),
      label: EditLabel,
      document: EditedDocument,
    }),
    output: DocumentSummary,
  },
  'library.rename': {
    input: z.strictObject({ id: DocumentId, name: DocumentName }),
    output: DocumentSummary,
  },
  /** A copy to go on from, called `… (branch)`, which remembers what it was branched from. */
  'library.branch': { input: z.strictObject({ id: DocumentId }), output: WindowDocument },
  /** The tags of the scenarios in use, by their letters, and how many have each. */
  'library.tags': {
    input: z.strictObject({}),
    output: z.array(z.strictObject({ tag: z.string(), scenarios: z.int() })),
  },
  'library.duplicate': {
    input: z.strictObject({ id: DocumentId, name: DocumentName.optional() }),
    output: WindowDocument,
  },
  /** Puts it in the bin, from which `restore` takes it back as it was. */
  'library.delete': { input: z.strictObject({ id: DocumentId }), output: DocumentSummary },
  'library.restore': { input: z.strictObject({ id: DocumentId }), output: DocumentSummary },
  /** Newest first. */
  'library.revisions': { input: z.strictObject({ id: DocumentId }), output: z.array(Revision) },
  'library.revision': {
    input: z.strictObject({ id: DocumentId, revision: z.int().min(1) }),
    output: WindowDocument,
  },
  /** Makes an old revision the newest one: an edit like any other, which can be undone. */
  'library.revert': {
    input: z.strictObject({ id: DocumentId, revision: z.int().min(1) }),
    output: WindowDocument,
  },
  /** Names a version worth coming back to; null takes its name away. */
  'library.nameVersion': {
    input: z.strictObject({
      id: DocumentId,
      revision: z.int().min(1),
      name: DocumentName.nullable(),
    }),
    output: Revision,
  },
  'history.state': { input: z.strictObject({ scope: HistoryScope }), output: HistoryState },
  'history.undo': { input: z.strictObject({ scope: HistoryScope }), output: HistoryStep },
  'history.redo': { input: z.strictObject({ scope: HistoryScope }), output: HistoryStep },

  /**
   * `scenarios.card` and `analysis.difference` of scenarios as the library keeps them: with their usage events, which
   * windows do not have. Refused with `document.not_a_scenario` where one is none.
   */
  'stored.card': { input: StoredRevision, output: ScenarioCard },
  'stored.difference': {
    input: z.strictObject({ left: StoredRevision, right: StoredRevision }),
    output: ResultsDifference,
  },
  /** `analysis.customerPage` of a scenario in the library, by what it says of its customer and of what is internal. */
  'stored.customerPage': { input: StoredCustomerPage, output: CustomerPage },

  /** The teaching examples, in the order in which they are taught. */
  'examples.list': { input: z.strictObject({}), output: z.array(ExampleSummary) },
  /**
   * The example as a document of the library, as it comes: one that is there and was not changed, else a new one. Refused
   * with `example.unknown`.
   */
  'examples.open': { input: z.strictObject({ id: textOf(MOST_NAME) }), output: OpenedExample },

  /** A scenario as a `.tierwise` file. */
  'bundles.export': {
    input: z.strictObject({ id: DocumentId }),
    output: z.strictObject({ fileName: z.string(), file: fileOf(MOST_BUNDLE_BYTES) }),
  },
  'bundles.import': {
    input: z.strictObject({
      file: fileOf(MOST_BUNDLE_BYTES),
      onExisting: OnExisting.default('ask'),
    }),
    output: ImportOutcome,
  },
  /** Bills a scenario and answers its result as an Excel workbook. */
  'export.workbook': {
    input: z.strictObject({ scenario: Scenario, variants: ScenarioVariants.optional() }),
    output: Workbook,
  },
  /**
   * The same of a scenario in the store, by the name it has there. It is told of as a run (`workbook.write`) with the
   * token, by whose id `runs.cancel` calls it off; it is then refused with `run.cancelled`.
   */
  'export.storedWorkbook': {
    input: z.strictObject({ id: DocumentId, token: JobToken.optional() }),
    output: Workbook,
  },
  /** Asks where, with the system's dialog, and writes the bundle there; null when the person cancelled. */
  'files.saveBundle': {
    input: z.strictObject({ id: DocumentId }),
    output: z.strictObject({ file: z.string() }).nullable(),
  },
  /** Asks which file, with the system's dialog, and answers it for `bundles.import`; null when cancelled. */
  'files.openBundle': {
    input: z.strictObject({}),
    output: z.strictObject({ name: z.string(), file: fileOf(MOST_BUNDLE_BYTES) }).nullable(),
  },
  /** Asks where, with the system's dialog, and writes a file of a page's own there; null when the person cancelled. */
  'files.save': {
    input: z.strictObject({
      /** What it is called, without its ending, which is its kind. */
      name: textOf(MOST_NAME).min(1),
      kind: z.enum(['csv', 'svg', 'png', 'xlsx', 'pdf']),
      file: fileOf(MOST_SAVED_BYTES),
    }),
    output: z.strictObject({ file: z.string() }).nullable(),
  },
  /** Prints the page to a PDF where the person says; null when cancelled. */
  'files.printPdf': {
    input: z.strictObject({ name: DocumentName }),
    output: z.strictObject({ file: z.string() }).nullable(),
  },
  /** Shows the store's folder in the system's file manager. */
  'files.showStore': { input: z.strictObject({}), output: z.strictObject({}) },

  'settings.get': { input: z.strictObject({}), output: Settings },
  /** Changes the settings named and leaves the others. */
  'settings.change': { input: SettingsChange, output: Settings },

  'store.info': { input: z.strictObject({}), output: StoreInfo },
  'store.backup': { input: z.strictObject({}), output: Backup },
  /** Puts a backup in the store's place; the store as it was is kept as a backup first. */
  'store.restore': { input: z.strictObject({ name: textOf(MOST_NAME) }), output: StoreInfo },
  'store.check': { input: z.strictObject({}), output: StoreCheck },

  /** Starts a long call in a worker thread; its input is refused here when it does not fit the method. */
  'runs.start': {
    input: z.strictObject({ method: LongMethod, input: z.unknown() }),
    output: RunState,
  },
  'runs.list': { input: z.strictObject({}), output: z.array(RunState) },
  'runs.cancel': { input: z.strictObject({ id: textOf(MOST_NAME) }), output: RunState },
  /** What a finished run answered, once: it is not kept afterwards. */
  'runs.result': { input: z.strictObject({ id: textOf(MOST_NAME) }), output: z.unknown() },

  'secrets.protection': { input: z.strictObject({}), output: SecretProtection },
  'secrets.state': { input: z.strictObject({ id: z.string().min(1).max(200) }), output: SecretState },
  'secrets.set': {
    input: z.strictObject({
      id: z.string().min(1).max(200),
      secret: z
        .string()
        .min(LEAST_SECRET, `Expected a key of at least ${LEAST_SECRET} characters.`)
        .max(10_000),
    }),
    output: SecretState,
  },
  'secrets.clear': { input: z.strictObject({ id: z.string().min(1).max(200) }), output: SecretState },

  /**
   * All that a window needs for its first figures: the scenario named, else the one that was open last, else the newest,
   * with what the Compare screen asks about it first.
   */
  'window.begin': {
    input: z.strictObject({ scenario: z.string().max(200).nullable() }),
    output: z.strictObject({
      settings: Settings,
      catalogs: z.array(CatalogSummary),
      /** Null where the library is empty. */
      opened: z
        .strictObject({
          document: WindowScenario,
          history: HistoryState,
          /** Null where the scenario carries its catalogue itself. */
          catalog: Catalog.nullable(),
          /** Null where it cannot be compared, or its usage is written out. */
          compared: z.strictObject({ input: CompareInput, comparison: Comparison }).nullable(),
        })
        .nullable(),
    }),
  },
} as const

export type Method = keyof typeof api
export type Input<M extends Method> = z.input<(typeof api)[M]['input']>
export type ParsedInput<M extends Method> = z.output<(typeof api)[M]['input']>
export type Output<M extends Method> = z.output<(typeof api)[M]['output']>

/** How the renderer reaches the API: over IPC in Electron, over loopback HTTP in a browser. */
export type Invoke = <M extends Method>(method: M, input: Input<M>) => Promise<Result<Output<M>>>

export const isMethod = (name: string): name is Method => Object.hasOwn(api, name)
