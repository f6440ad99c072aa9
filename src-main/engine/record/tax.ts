import type { LineFamily } from '#shared/invoicing.ts'

/** A tax as invoices take it. */
export interface CompiledTax {
  readonly name: string
  readonly percent: string
  readonly percentMicros: number
  /** Whether prices contain it; if not, it is added to them. */
  readonly inclusive: boolean
  /** Lines it is not due on. */
  readonly exempt: ReadonlySet<LineFamily>
}
