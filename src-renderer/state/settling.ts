/*
 * A field that keeps its text for itself until it is left goes with its screen, and is not heard to be left: what is typed
 * is settled before anything goes.
 */

let settle = (): void => undefined

/** Says how what is being typed is ended. */
export function settleWith(end: () => void): void {
  settle = end
}

/** Ends what is being typed, as leaving its field does. */
export const settleField = (): void => settle()
