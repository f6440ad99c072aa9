/** The place, counted from 0, that an arrow key moves to in a chart that is read by keys; null leaves it, undefined: no such key. */
export function placeByKey(key: string, place: number | null, count: number): number | null | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, (place ?? -1) + 1)
    case 'ArrowLeft':
      return Math.max(0, (place ?? count) - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Escape':
      return null
    default:
      return undefined
  }
}
