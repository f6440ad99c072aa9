import { z } from 'zod'
import type { AppEvent } from '#shared/events.ts'
import type { Result } from '#shared/problem.ts'

/** Where documents are kept. */
export const KeeperPlace = z.strictObject({
  folder: z.string(),
  /** Whether Tierwise made the folder, and not the person, who may share it. */
  isOwnFolder: z.boolean(),
})
export type KeeperPlace = Readonly<z.infer<typeof KeeperPlace>>

/** What its thread is started with. */
export const KeeperData = z.strictObject({
  place: KeeperPlace,
  /** Its one number is no longer 0 once a migration is called off: a thread that is busy hears of nothing else. */
  calledOff: z
    .instanceof(SharedArrayBuffer)
    .refine(({ byteLength }) => byteLength === Int32Array.BYTES_PER_ELEMENT),
})
export type KeeperData = Readonly<z.infer<typeof KeeperData>>

/** What the main thread asks of the one that keeps documents. */
export type KeeperRequest =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'close' }

/**
 * What that thread tells; `opened` comes before everything but `migrating`, how far it is from 0 to 1, and each call has
 * one answer, its value as the bytes of its JSON.
 */
export type KeeperReport =
  | { readonly kind: 'migrating'; readonly progress: number }
  | { readonly kind: 'opened'; readonly result: Result<null> }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<Uint8Array<ArrayBuffer>> }
  | { readonly kind: 'event'; readonly event: AppEvent }
  | { readonly kind: 'note'; readonly message: string; readonly defect: unknown }
