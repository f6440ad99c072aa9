/**
 * Runs one request at a time and only ever the newest: what was asked while one was under way replaces what was
 * asked before. Answers therefore arrive in order, and a drag costs as many requests as the engine can answer.
 * `settle` hears whether something newer is asked already; `failed` of a run or a settle that threw.
 */
export function latest<I, O>(
  run: (input: I) => Promise<O>,
  settle: (output: O, input: I, outdated: boolean) => void,
  failed: (error: unknown) => void = (error) => reportError(error),
): (input: I) => void {
  let busy = false
  let waiting: { readonly input: I } | null = null

  async function drain(): Promise<void> {
    busy = true
    try {
      while (waiting !== null) {
        const { input } = waiting
        waiting = null
        const output = await run(input)
        settle(output, input, waiting !== null)
      }
    } catch (error) {
      failed(error)
    } finally {
      busy = false
      if (waiting !== null) void drain()
    }
  }

  return (input) => {
    waiting = { input }
    if (!busy) void drain()
  }
}
