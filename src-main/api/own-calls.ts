import { z } from 'zod'
import { Json } from '#main/runs/json.ts'
import type { Store } from '#main/store/index.ts'
import { OnExisting } from '#shared/bundle.ts'
import { StoredCustomerPage } from '#shared/customer-page.ts'
import { DocumentId, type ScenarioContent, StoredRevision } from '#shared/library.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import { Settings } from '#shared/store.ts'
import { BundleForLibrary } from './bundle-for-library.ts'
import { bundleTextOf, takeIn } from './bundles.ts'
import { within } from './resolve-catalog.ts'
import type { KeptServices } from './services.ts'
import { forCustomer } from './for-customer.ts'
import { stampedEvents } from './kept-events.ts'
import { changeSettings } from './settings.ts'

/*
 * What the application asks of the store for itself. No page can: the API's map does not have these calls. Their input
 * is the application's own, so that one which does not fit is a defect.
 */

const OfDocument = z.strictObject({ id: DocumentId })

const OfEvents = OfDocument.extend({ known: z.string().nullable() })

/** A file that a thread has read, as the library takes it in. */
export const Import = z.strictObject({ bundle: BundleForLibrary, onExisting: OnExisting })
export type Import = z.infer<typeof Import>

const NO_SCENARIO = {
  code: 'workbook.not_a_scenario',
  message: 'Only scenarios have a result that can be saved.',
  path: 'id',
} as const

const SomeSettings = Settings.partial()

const Pair = z.strictObject({ left: StoredRevision, right: StoredRevision })

/** A scenario as it is kept; refused where the document is none. */
function contentOf({ library }: Store, { id, revision }: StoredRevision): Result<ScenarioContent> {
  const document = library.revision(id, revision)
  if (!document.ok) return document
  if (document.value.kind !== 'scenario') {
    return refuse({ code: 'document.not_a_scenario', message: 'Only scenarios are billed.', path: 'id' })
  }
  return succeed(document.value.content)
}

/** The JSON of what is billed of it. */
function scenarioText(store: Store, named: StoredRevision): Result<string> {
  const content = contentOf(store, named)
  return content.ok ? succeed(JSON.stringify(content.value.scenario)) : content
}

const asJson = (text: string): Json => new Json(new TextEncoder().encode(text))

type AnswerOwn = (services: KeptServices, input: unknown) => Result<unknown>

const OWN = {
  /** Takes in what a thread has read, and answers as `bundles.import`. */
  'own.takeIn': (services, input) => {
    const { bundle, onExisting } = Import.parse(input)
    return takeIn(services, bundle, onExisting)
  },
  /** A scenario's file: JSON itself, which crosses without anybody looking into it. */
  'own.file': ({ store }, input) => {
    const text = bundleTextOf(store, OfDocument.parse(input).id)
    return text.ok ? succeed(asJson(text.value)) : text
  },
  /** A scenario with all of its usage, for whoever bills it. */
  'own.scenario': ({ store }, input) => {
    const text = scenarioText(store, StoredRevision.parse(input))
    return text.ok ? succeed(asJson(text.value)) : text
  },
  /** What a customer's page is worked out of, and nothing else that is said of the scenario. */
  'own.customerPage': ({ store }, input) => {
    const { whatIf, ...named } = StoredCustomerPage.parse(input)
    const content = contentOf(store, named)
    if (!content.ok) return content
    const { scenario, about } = content.value
    const asked = { scenario, ...forCustomer(about), whatIf }
    return succeed(asJson(JSON.stringify(asked)))
  },
  /** Two of them, `left` and `right`. */
  'own.scenarioPair': ({ store }, input) => {
    const { left, right } = Pair.parse(input)
    const one = within('left', scenarioText(store, left))
    const other = within('right', scenarioText(store, right))
    if (!one.ok) return one
    return other.ok ? succeed(asJson(`{"left":${one.value},"right":${other.value}}`)) : other
  },
  /** The usage events of a scenario and their stamp; none where the stamp is the one that is known. */
  'own.events': ({ store }, input) => {
    const { id, known } = OfEvents.parse(input)
    return stampedEvents(store.library, id, known)
  },
  /** A scenario for a workbook, under the name it has in the library, as the input of a run. */
  'own.workbook': ({ store }, input) => {
    const document = store.library.get(OfDocument.parse(input).id)
    if (!document.ok) return document
    const { kind, name, content } = document.value
    if (kind !== 'scenario') return refuse(NO_SCENARIO)
    const scenario = { ...content.scenario, name }
    const { variants } = content
    return succeed(new Json(new TextEncoder().encode(JSON.stringify({ scenario, variants }))))
  },
  /** Changes settings, those that no page may say among them. */
  'own.changeSettings': (services, input) => changeSettings(services, SomeSettings.parse(input)),
  /** What a document is called. */
  'own.name': ({ store }, input) => {
    const { id } = OfDocument.parse(input)
    const found = store.library.find(id)
    return found.ok ? succeed(found.value?.name ?? id) : found
  },
} satisfies Readonly<Record<string, AnswerOwn>>

type OwnMethod = keyof typeof OWN

export const isOwn = (method: string): method is OwnMethod => Object.hasOwn(OWN, method)

export const answerOwn = (services: KeptServices, method: OwnMethod, input: unknown): Result<unknown> =>
  OWN[method](services, input)
