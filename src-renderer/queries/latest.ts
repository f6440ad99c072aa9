/**
 * Asks one question at a time and only ever the newest: what was asked while one was under way replaces what was asked
 * before. Answers therefore arrive in order, and a drag costs as many questions as the engine can answer. What is
 * `known` is settled at once, in the very frame of the input, and what is under way for it is let go.
 * `settle` hears whether something newer is asked already; `failed` of a run or a settle that threw.
 */
export function latest<I, O>(
  run: (input: I) => Promise<O>,
  settle: (output: O, input: I, outdated: boolean) => void,
  {
    known = () => undefined,
    failed = (error) => reportError(error),
  }: {
    readonly known?: (input: I) => O | undefined
    readonly failed?: (error: unknown) => void
  } = {},
): (input: I) => void {
  let busy = false
  let waiting: { readonly input: I } | null = null
  /** Something newer than what is under way was known and is settled. */
  let overtaken = false

  async function drain(): Promise<void> {
    busy = true
    try {
      while (waiting !== null) {
        const { input } = waiting
        waiting = null
        overtaken = false
        const output = await run(input)
        if (!overtaken) settle(output, input, waiting !== null)
      }
    } catch (error) {
      failed(error)
    } finally {
      busy = false
      if (waiting !== null) void drain()
    }
  }

  return (input) => {
    const here = known(input)
    if (here === undefined) {
      waiting = { input }
      if (!busy) void drain()
      return
    }
    waiting = null
    overtaken = true
    settle(here, input, false)
  }
}
