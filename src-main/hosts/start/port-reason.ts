const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'you may not use it',
}

/** Why a port could not be had, as the end of a sentence; undefined where something else went wrong. */
export function whyNotOnPort(error: unknown): string | undefined {
  const isOfPort = error instanceof Error && 'syscall' in error && error.syscall === 'listen'
  if (!isOfPort) return undefined
  return REASONS['code' in error ? String(error.code) : ''] ?? error.message
}
