import { idleOffers } from '#renderer/finding/idle-offers.ts'
import { catalogId, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'

/** Why first-month offers change nothing on the screen; null where they do, or where nothing was compared yet. */
export function useIdleOffers(): string | null {
  const chosen = useInputs((inputs) => catalogId(inputs.catalog))
  return useResults(({ comparison }) =>
    comparison?.catalog === chosen ? idleOffers(comparison.plans) : null,
  )
}
