/**
 * Runs one request at a time and only ever the newest: what was asked while one was under way replaces what was
 * asked before. Answers therefore arrive in order, and a drag costs as many requests as the engine can answer.
 */
export function latest<I, O>(
  run: (input: I) => Promise<O>,
  settle: (output: O, input: I) => void,
): (input: I) => void {
  let busy = false
  let waiting: { readonly input: I } | null = null

  async function drain(): Promise<void> {
    busy = true
    while (waiting !== null) {
      const { input } = waiting
      waiting = null
      const output = await run(input)
      settle(output, input)
    }
    busy = false
  }

  return (input) => {
    waiting = { input }
    if (!busy) void drain()
  }
}
