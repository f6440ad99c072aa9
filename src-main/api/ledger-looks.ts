import { type AccountOfRun, type LedgerAsked, type LedgerLook, lookIntoLedger } from '#main/engine/index.ts'
import { canonicalJson } from '#shared/canonical-json.ts'

interface Looked {
  readonly asked: string
  readonly look: LedgerLook
}

/**
 * What a ledger was looked through for last: whoever scrolls asks for one window of it after another, and a ledger may
 * have hundreds of thousands of entries.
 */
export class LedgerLooks {
  readonly #last = new WeakMap<AccountOfRun['ledger'], Looked>()

  of(account: AccountOfRun, { filter, groupBy }: LedgerAsked): LedgerLook {
    const asked = canonicalJson({ filter, groupBy })
    const last = this.#last.get(account.ledger)
    if (last?.asked === asked) return last.look
    const look = lookIntoLedger(account, { filter, groupBy })
    this.#last.set(account.ledger, { asked, look })
    return look
  }
}
