/** What becomes of a defect that nobody wants to be told of: it is thrown where nothing waits for it, and so ends the process. */
export const throwLater = (error: unknown): void =>
  queueMicrotask(() => {
    throw error
  })
