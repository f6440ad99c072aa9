/** Within what the settings take; wide enough for a field, and never the whole window. */
export const LEAST_WIDTH = 300
export const MOST_WIDTH = 960

const STEP = 16
const LARGE_STEP = 96

const within = (width: number): number => Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)))

/** How wide the pane is when its edge is at `edge`, and it begins at `left`. */
export const clampedWidth = (edge: number, left: number): number => within(edge - left)

/** Where a key moves the edge; null for one that does not. */
export function stepOf(key: string, width: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return within(width - STEP)
    case 'ArrowRight':
      return within(width + STEP)
    case 'PageUp':
      return within(width - LARGE_STEP)
    case 'PageDown':
      return within(width + LARGE_STEP)
    case 'Home':
      return LEAST_WIDTH
    case 'End':
      return MOST_WIDTH
    default:
      return null
  }
}
