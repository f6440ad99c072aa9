import type { Instant } from '../calendar/civil.ts'
import type { Credits } from '../exact/amount.ts'
import type { Departure } from '../gate/workspaces.ts'
import type { Bill } from '../invoice/bill.ts'
import type { ChargeLine, Period, Stretch, Use } from '../simulate/recorder.ts'
import { SilentRecorder } from '../simulate/silent-recorder.ts'

/** What one workspace used in some time. wanted = pooled + grace + overage + blocked. */
export interface WorkspaceSum {
  requests: number
  wanted: Credits
  pooled: Credits
  grace: Credits
  overage: Credits
}

/** Usage by workspace between two moments at which money fell due or a period ended. */
export interface UsageSlice {
  readonly from: Instant
  readonly to: Instant
  readonly sums: ReadonlyMap<string, Readonly<WorkspaceSum>>
}

/** A line of money, and the overage of each workspace it is for, if it is for overage. */
export interface SharedLine {
  readonly at: Instant
  readonly line: ChargeLine
  readonly overage: ReadonlyMap<string, Credits>
}

/** A workspace that came to be linked, or not to be linked any more. */
export type LinkMove =
  | { readonly kind: 'linked'; readonly at: Instant; readonly workspace: string }
  | {
      readonly kind: 'unlinked'
      readonly at: Instant
      readonly workspace: string
      readonly departure: Departure
    }

/** Writes down what each workspace used between any two charges, and when workspaces came and went. */
export class WorkspaceWriter extends SilentRecorder {
  readonly slices: UsageSlice[] = []
  readonly lines: SharedLine[] = []
  readonly moves: LinkMove[] = []
  bills: readonly Bill[] = []
  #from: Instant
  #sums = new Map<string, WorkspaceSum>()
  /** Overage that no line has charged yet. */
  #outstanding = new Map<string, Credits>()

  constructor(start: Instant) {
    super()
    this.#from = start
  }

  override used(_stretch: Stretch, use: Use): void {
    const { workspace } = use.attribution
    if (workspace === null) return
    const sum = this.#sums.get(workspace) ?? { requests: 0, wanted: 0, pooled: 0, grace: 0, overage: 0 }
    sum.requests += use.requests
    sum.wanted += use.wanted
    sum.pooled += use.pooled
    sum.grace += use.grace
    sum.overage += use.overage
    this.#sums.set(workspace, sum)
    this.#outstanding.set(workspace, (this.#outstanding.get(workspace) ?? 0) + use.overage)
  }

  override charged(at: Instant, line: ChargeLine): void {
    this.#cut(at)
    if (!isForUsage(line)) {
      this.lines.push({ at, line, overage: new Map() })
      return
    }
    this.lines.push({ at, line, overage: this.#outstanding })
    this.#outstanding = new Map()
  }

  override periodClosed(period: Period): void {
    this.#cut(period.end)
  }

  override invoiced(bills: readonly Bill[]): void {
    this.bills = bills
  }

  override workspaceLinked(at: Instant, workspace: string): void {
    this.moves.push({ kind: 'linked', at, workspace })
  }

  override workspaceUnlinked(at: Instant, departure: Departure): void {
    this.moves.push({ kind: 'unlinked', at, workspace: departure.workspace, departure })
  }

  #cut(at: Instant): void {
    if (this.#sums.size > 0) this.slices.push({ from: this.#from, to: at, sums: this.#sums })
    this.#sums = new Map()
    this.#from = at
  }
}

/** Lines that charge usage beyond the pool. */
export const isForUsage = ({ kind }: ChargeLine): boolean => kind === 'overage' || kind === 'prepaidUsage'
