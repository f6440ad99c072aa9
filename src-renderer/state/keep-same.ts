/**
 * A selector that gives the object it gave before for as long as what it selects says the same, so that what is drawn
 * from it is not drawn again for a new answer that only repeats it.
 */
export function keepSame<S, T>(select: (state: S) => T): (state: S) => T {
  let kept: { readonly value: T; readonly text: string | undefined } | null = null
  return (state) => {
    const value = select(state)
    if (kept !== null && value === kept.value) return kept.value
    const text = JSON.stringify(value)
    if (kept === null || text !== kept.text) kept = { value, text }
    return kept.value
  }
}
