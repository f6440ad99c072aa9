import type { Pack } from '#shared/catalog.ts'
import type { Policies } from '#shared/policies.ts'
import type { CompiledCharge } from '../charge/compiled-charge.ts'
import { compileCharge } from '../charge/registry.ts'
import { type Credits, type Money, toMicros } from '../exact/amount.ts'

/** A credit pack of the catalogue, ready to be bought. */
export interface CompiledPack {
  readonly id: string
  readonly name: string
  /** Of one pack. */
  readonly credits: Credits
  /** Price of a number of packs. */
  readonly charge: CompiledCharge
  readonly source: string
  /** Null where its credits never expire. */
  readonly expiresAfterMonths: number | null
}

export const compilePack = (pack: Pack, minor: Money, policies: Policies): CompiledPack => ({
  id: pack.id,
  name: pack.name,
  credits: toMicros(pack.credits.value),
  charge: compileCharge(pack.charge.value, minor, policies),
  source: pack.charge.source,
  expiresAfterMonths: pack.expiresAfterMonths.value,
})
