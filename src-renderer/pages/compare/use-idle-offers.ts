import { idleOffers } from '#renderer/finding/idle-offers.ts'
import { catalogId, quotesOf, useInputs } from '#renderer/state/inputs.ts'
import { useResults } from '#renderer/state/results.ts'

/** Why first-month offers change nothing on the screen; null where they do, or where the catalogue is not there yet. */
export function useIdleOffers(): string | null {
  const chosen = useInputs((inputs) => catalogId(inputs.catalog))
  const billing = useInputs((inputs) => inputs.billing)
  const quotes = useInputs(quotesOf)
  const catalog = useResults((results) => results.catalog)
  return catalog?.id === chosen ? idleOffers(catalog, { billing, quotes }) : null
}
