import type { Instant } from '../calendar/civil.ts'
import type { Departure } from '../record/departure.ts'
import { Recorder } from '../record/recorder.ts'

/** A workspace that came to be linked, or not to be linked any more. */
export type LinkMove =
  | { readonly kind: 'linked'; readonly at: Instant; readonly workspace: string }
  | {
      readonly kind: 'unlinked'
      readonly at: Instant
      readonly workspace: string
      readonly departure: Departure
    }

/** Writes down when workspaces came and went. */
export class WorkspaceWriter extends Recorder {
  readonly moves: LinkMove[] = []

  override workspaceLinked(at: Instant, workspace: string): void {
    this.moves.push({ kind: 'linked', at, workspace })
  }

  override workspaceUnlinked(at: Instant, departure: Departure): void {
    this.moves.push({ kind: 'unlinked', at, workspace: departure.workspace, departure })
  }
}
