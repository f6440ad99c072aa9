/** For what is waited for in a test: only something that hangs takes as long, on however busy a machine. */
export const PATIENT = { timeout: 120_000 } as const
