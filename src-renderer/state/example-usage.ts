import type { WindowContent } from '#shared/window-document.ts'
import { LANDING } from './inputs.ts'

const FIGURE = String(LANDING.usage)

/**
 * Whether usage is still the figure that a new scenario is made with, which nobody has measured. One that asks something,
 * as the teaching examples do, means what it says.
 */
export function isExampleUsage(content: WindowContent | null): boolean {
  if (content === null) return false
  const { usage } = content.scenario
  const asks = (content.about?.question ?? '') !== '' || (content.about?.example ?? null) !== null
  return !asks && usage.kind === 'pattern' && usage.monthly === FIGURE && usage.pattern.kind === 'flat'
}
