import {
  type AccountOfRun,
  type BillAs,
  explainFailure,
  explainShare,
  explainStop,
  explainUpgrade,
  explainVariant,
  type OnProgress,
} from '#main/engine/index.ts'
import type { Explanation } from '#shared/explanation.ts'
import type { Result } from '#shared/problem.ts'
import type { AnewReference } from '#shared/reference.ts'
import type { AskedParts } from './asked-parts.ts'
import type { OpenResult } from './result-shelf.ts'

interface Of {
  readonly run: AccountOfRun
  readonly kept: OpenResult
  readonly parts: AskedParts
}

/** Why something of an open result is as it is that its run did not keep. */
export function explainAnew(
  { run, kept, parts }: Of,
  reference: AnewReference,
  onProgress?: OnProgress,
): Result<Explanation> {
  const { catalog, scenario } = kept
  const billed: BillAs = (version) => parts.billedAs(kept, version)
  switch (reference.kind) {
    case 'share':
      return explainShare({ catalog, scenario, run }, reference, onProgress)
    case 'variant':
      return explainVariant(billed, reference)
    case 'failure':
      return explainFailure(billed, reference)
    case 'upgrade':
      return explainUpgrade(billed, reference)
    case 'stop': {
      const seats = parts.seatReport(kept, onProgress)
      return seats.ok ? explainStop({ catalog, scenario, run, seats: seats.value }, reference) : seats
    }
  }
}
