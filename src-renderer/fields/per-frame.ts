/** Lets a stream of pointer events through once per animation frame, with the newest value. */
export function perFrame<T>(apply: (value: T) => void): (value: T) => void {
  let waiting: { readonly value: T } | null = null
  return (value) => {
    const scheduled = waiting !== null
    waiting = { value }
    if (scheduled) return
    requestAnimationFrame(() => {
      const next = waiting
      waiting = null
      if (next) apply(next.value)
    })
  }
}
