import type { Platform } from './registry.ts'

/** One line of the palette. */
export interface Entry {
  readonly id: string
  readonly label: string
  /** The heading it stands under. */
  readonly group: string
  /** What there is to know of it besides; empty where nothing. */
  readonly detail: string
  /** What else it may be looked for by; empty where nothing. */
  readonly words: string
  /** The keys that do the same where a person is. */
  readonly keys: readonly string[]
  /** Why it would do nothing just now; null where it works. */
  readonly unavailable: string | null
  readonly run: (platform: Platform) => void
}
