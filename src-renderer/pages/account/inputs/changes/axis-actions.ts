import type { ChangeKind } from '#renderer/finding/change-in-words.ts'
import type { RunTime, Span } from './axis-span.ts'

/** A change under the pointer, on the day where it would be let go. */
export interface Held {
  readonly key: string
  readonly date: string
}

/** The mark that had the focus last: of one change, or of the group that it is the first of. */
export interface Focused {
  readonly key: string
  readonly isGroup: boolean
}

/** What can be done with a mark. */
export interface MarkActions {
  readonly hold: (held: Held | null) => void
  readonly drop: (held: Held) => void
  readonly focus: (focused: Focused) => void
  /** Whether the key means something. */
  readonly press: (focused: Focused, key: string, byMonths: boolean) => boolean
  readonly open: (keys: readonly string[]) => void
}

/** What a mark says of its change. */
export interface Said {
  readonly kind: ChangeKind
  readonly date: string
  readonly short: string
  readonly full: string
}

/** What every mark needs to know of the axis around it. */
export interface OfAxis {
  readonly span: Span
  readonly width: number
  readonly run: RunTime
  readonly held: Held | null
  /** The change whose mark the Tab key stops at. */
  readonly stop: string | null
  /** The id of what says which keys a mark has. */
  readonly keysId: string
  readonly tellOf: (key: string) => Said | null
  readonly actions: MarkActions
}
