import type { ApiKey } from '#shared/account.ts'
import type { BlockCause, UsageRow } from '#shared/run-result.ts'
import { type Credits, creditsText } from '../exact/amount.ts'
import type { Stretch, Use } from '../record/use.ts'
import { Recorder } from '../record/recorder.ts'
import type { Attribution } from '../record/attribution.ts'

interface Sum {
  readonly period: number
  readonly attribution: Attribution
  requests: number
  blockedRequests: number
  pooled: Credits
  grace: Credits
  overage: Credits
  readonly blocked: Map<BlockCause, Credits>
}

/** Sums usage by period, member, key, product and model: who used what, and what of it was not served. */
export class AttributionWriter extends Recorder {
  readonly #sums = new Map<string, Sum>()
  /** The open period's, found by the attribution itself: a million uses share a few. */
  readonly #open = new Map<Attribution, Sum>()
  readonly #companies: ReadonlyMap<string, string | undefined>

  constructor(apiKeys: readonly ApiKey[]) {
    super()
    this.#companies = new Map(apiKeys.map((key) => [key.id, key.company]))
  }

  get rows(): UsageRow[] {
    return [...this.#sums.values()].map((sum) => {
      const { workspace, member, apiKey, product, model } = sum.attribution
      return {
        period: sum.period,
        workspace,
        member,
        apiKey,
        company: this.#companies.get(apiKey ?? '') ?? null,
        product,
        model,
        requests: sum.requests,
        blockedRequests: sum.blockedRequests,
        poolCredits: creditsText(sum.pooled),
        graceCredits: creditsText(sum.grace),
        overageCredits: creditsText(sum.overage),
        blocked: [...sum.blocked].map(([cause, credits]) => ({ cause, credits: creditsText(credits) })),
      }
    })
  }

  override periodOpened(): void {
    this.#open.clear()
  }

  override used(stretch: Stretch, use: Use): void {
    const sum = this.#sumOf(stretch, use.attribution)
    sum.requests += use.requests
    if (use.blocked.length > 0) sum.blockedRequests += use.requests
    sum.pooled += use.pooled
    sum.grace += use.grace
    sum.overage += use.overage
    for (const { cause, credits } of use.blocked)
      sum.blocked.set(cause, (sum.blocked.get(cause) ?? 0) + credits)
  }

  #sumOf(stretch: Stretch, attribution: Attribution): Sum {
    const open = this.#open.get(attribution)
    if (open !== undefined) return open
    const sum = this.#sumByName(stretch, attribution)
    this.#open.set(attribution, sum)
    return sum
  }

  #sumByName(stretch: Stretch, attribution: Attribution): Sum {
    const { workspace, member, apiKey, product, model } = attribution
    const key = `${stretch.index}\u0000${workspace}\u0000${member}\u0000${apiKey}\u0000${product}\u0000${model}`
    const known = this.#sums.get(key)
    if (known !== undefined) return known
    const sum = {
      period: stretch.index + 1,
      attribution,
      requests: 0,
      blockedRequests: 0,
      pooled: 0,
      grace: 0,
      overage: 0,
      blocked: new Map(),
    }
    this.#sums.set(key, sum)
    return sum
  }
}
