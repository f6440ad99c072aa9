import { usePresenting } from '#renderer/state/presenting.ts'

/** Said of the page while nobody answers; nothing where there is none. */
export function PresentWhileSilent() {
  const isPresented = usePresenting(({ page }) => page !== null)
  return isPresented ? 'The page below is the last one it gave and may not match what is tried.' : null
}
