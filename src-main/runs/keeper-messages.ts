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

/** What the main thread asks of the one that keeps documents. */
export type KeeperRequest =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'close' }

/** What that thread tells; `opened` comes first, and each call has one answer, its value as the bytes of its JSON. */
export type KeeperReport =
  | { readonly kind: 'opened'; readonly result: Result<null> }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<Uint8Array<ArrayBuffer>> }
  | { readonly kind: 'event'; readonly event: AppEvent }
  | { readonly kind: 'note'; readonly message: string; readonly defect: unknown }
