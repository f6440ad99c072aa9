import { DAY, type Instant } from '../calendar/civil.ts'
import type { Span } from '../invoice/months-covered.ts'
import type { Attribution } from '../record/attribution.ts'
import { nothingUsed, type UsedRow } from './used-row.ts'

/** Usage between two moments at which money fell due or a period ended; `to` is the later one. */
export interface UsageSlice {
  readonly to: Instant
  /** In the order in which they came, which is not always that of when they began. */
  readonly rows: readonly UsedRow[]
  /** When the first and the last of them to begin did so. */
  readonly begun: { readonly first: Instant; readonly last: Instant }
}

/** What rows are told apart by besides their time: by all that a use names, or by its workspace alone. */
export type ToldApart = 'byAll' | 'byWorkspace'

/** The newest row of somebody, in the open slice. */
class Newest {
  #row: UsedRow | null = null
  #rows: readonly UsedRow[] | null = null

  among(rows: readonly UsedRow[]): UsedRow | null {
    return this.#rows === rows ? this.#row : null
  }

  is(row: UsedRow, rows: readonly UsedRow[]): void {
    this.#row = row
    this.#rows = rows
  }
}

interface Who {
  readonly own: Newest
  /** Of all that are told apart from it by no row. */
  readonly shared: Newest
}

/** What was used, by day and who, in slices of time. Uses come in the order of time. */
export class UsedRows {
  readonly slices: UsageSlice[] = []
  readonly #toldApart: ToldApart
  #open: UsedRow[] = []
  #first: Instant = Infinity
  #last: Instant = -Infinity
  /** By all that a use names. */
  readonly #whos = new Map<string, Who>()
  /** The same by what names it: modelled usage names the same object day after day. */
  readonly #named = new Map<Attribution, Who>()
  readonly #shared = new Map<string | null, Newest>()

  constructor(toldApart: ToldApart) {
    this.#toldApart = toldApart
  }

  /**
   * The row that a use counts in: the one its user has of the day in this slice, or one that began with it. Rows that
   * begin at one instant are within any time together or not at all, so that where nobody tells them apart they are one.
   */
  of(attribution: Attribution, at: Instant, period: number): UsedRow {
    const { own, shared } = this.#whoOf(attribution)
    const ofDay = own.among(this.#open)
    if (ofDay !== null && dayOf(ofDay.at) === dayOf(at)) return ofDay
    const begunNow = shared.among(this.#open)
    const row = begunNow?.at === at ? begunNow : this.#begin({ at, period, attribution, sum: nothingUsed() })
    own.is(row, this.#open)
    shared.is(row, this.#open)
    return row
  }

  /** What comes next is of another slice. */
  cut(to: Instant): void {
    if (this.#open.length === 0) return
    this.slices.push({ to, rows: this.#open, begun: { first: this.#first, last: this.#last } })
    this.#open = []
    this.#first = Infinity
    this.#last = -Infinity
  }

  /** Those of all slices that began within a time; only slices that reach into it are looked through. */
  begunWithin({ start, end }: Span): readonly UsedRow[] {
    return this.slices
      .filter(({ begun }) => begun.first < end && begun.last >= start)
      .flatMap(({ rows }) => rows.filter(({ at }) => at >= start && at < end))
  }

  #begin(row: UsedRow): UsedRow {
    this.#open.push(row)
    this.#first = Math.min(this.#first, row.at)
    this.#last = Math.max(this.#last, row.at)
    return row
  }

  #whoOf(attribution: Attribution): Who {
    const named = this.#named.get(attribution)
    if (named !== undefined) return named
    const { workspace, member, apiKey, product, model } = attribution
    const name = `${workspace}\u0000${member}\u0000${apiKey}\u0000${product}\u0000${model}`
    const who = this.#whos.get(name) ?? { own: new Newest(), shared: this.#sharedOf(attribution) }
    this.#whos.set(name, who)
    this.#named.set(attribution, who)
    return who
  }

  #sharedOf({ workspace }: Attribution): Newest {
    if (this.#toldApart === 'byAll') return new Newest()
    const shared = this.#shared.get(workspace) ?? new Newest()
    this.#shared.set(workspace, shared)
    return shared
  }
}

const dayOf = (at: Instant): number => Math.floor(at / DAY)
