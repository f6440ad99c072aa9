import type { AutoTopUp } from '#shared/prepaid.ts'
import type { Money } from '../exact/amount.ts'
import type { CompiledPack } from '../plan/compiled-pack.ts'
import type { CustomGrantTerms } from './custom-grant.ts'

/** Credits and money of an account that do not come with its subscription. */
export interface Funds {
  /** In the order in which they start. */
  readonly grants: readonly CustomGrantTerms[]
  /** What the catalogue sells. */
  readonly packs: readonly CompiledPack[]
  /** Null where prepaid usage is funded as it is used. */
  readonly wallet: WalletTerms | null
}

export interface WalletTerms {
  readonly opening: Money
  /** How long the opening balance lives. */
  readonly openingMonths: number
  readonly autoTopUp: AutoTopUp
}
