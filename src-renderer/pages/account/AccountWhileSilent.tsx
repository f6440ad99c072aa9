import { useAccountRun } from '#renderer/state/account-run.ts'

/** Said of the figures while nobody answers; nothing where there are none. */
export function AccountWhileSilent() {
  const figures = useAccountRun((run) => run.opened !== null)
  return figures ? 'The figures below are the last ones it gave and may not match the inputs.' : null
}
