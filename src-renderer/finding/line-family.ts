import type { LineFamily } from '#shared/invoicing.ts'
import { listed } from './counted.ts'

const FAMILY_NAMES: Readonly<Record<LineFamily, string>> = {
  subscription: 'subscription',
  seats: 'seats',
  overage: 'overage',
  other: 'packs and top-ups',
}

/** What terms of invoicing may be limited to, by name. */
export const FAMILY_CHOICES = Object.entries(FAMILY_NAMES).map(([value, label]) => ({ value, label }))

export const isFamily = (text: string): text is LineFamily => Object.hasOwn(FAMILY_NAMES, text)

/** `everything`, `overage and seats`. */
export const familiesInWords = (families: readonly LineFamily[] | undefined): string =>
  families === undefined ? 'everything' : listed(families.map((family) => FAMILY_NAMES[family]))
