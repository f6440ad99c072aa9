import { z } from 'zod'
import { Json } from '#main/runs/json.ts'
import { OnExisting } from '#shared/bundle.ts'
import { DocumentId } from '#shared/library.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { Settings } from '#shared/store.ts'
import { BundleForLibrary } from './bundle-for-library.ts'
import { bundleTextOf, takeIn } from './bundles.ts'
import type { KeptServices } from './services.ts'
import { eventsOf } from './kept-events.ts'
import { changeSettings } from './settings.ts'

/*
 * What the application asks of the store for itself. No page can: the API's map does not have these calls. Their input
 * is the application's own, so that one which does not fit is a defect.
 */

const OfDocument = z.strictObject({ id: DocumentId })

/** A file that a thread has read, as the library takes it in. */
export const Import = z.strictObject({ bundle: BundleForLibrary, onExisting: OnExisting })
export type Import = z.infer<typeof Import>

const SomeSettings = Settings.partial()

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
    return text.ok ? succeed(new Json(new TextEncoder().encode(text.value))) : text
  },
  /** The usage events of a scenario. */
  'own.events': ({ store }, input) => eventsOf(store.library, OfDocument.parse(input).id),
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
