import { STOPPING_CODE } from '#shared/bridge.ts'
import type { Problem } from '#shared/problem.ts'

/** What a call is told that comes, or is not done, while Tierwise stops. */
export const STOPPING: Problem = {
  code: STOPPING_CODE,
  message: 'Tierwise is stopping, so this was not done. Start it again to go on.',
  path: '',
}
