import { useEffect, useState } from 'react'

/** What is there within this time is not announced: a word that flashes tells nothing. */
const QUIET_MS = 300

/** Whether something has been awaited for long enough to say so. */
export function useWaited(isAwaited: boolean): boolean {
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    if (!isAwaited) return undefined
    const timer = setTimeout(() => setWaited(true), QUIET_MS)
    return () => {
      clearTimeout(timer)
      setWaited(false)
    }
  }, [isAwaited])
  return waited
}
