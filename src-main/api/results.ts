import type { Method } from '#shared/api.ts'
import { succeed } from '#shared/problem.ts'
import type { AreaHandlers } from './handlers.ts'
import type { Services } from './services.ts'

/*
 * Results stay where they were worked out, which is never here: every call of the area goes there, its input unread, and
 * the answer passes by as bytes. Only a job is called off from here.
 */

const CANCEL = 'results.cancel'

/** The calls that are answered where results are open. */
export type OpenResultMethod = Exclude<Extract<Method, `results.${string}`>, typeof CANCEL>

export const isOfOpenResults = (method: Method): method is OpenResultMethod =>
  method.startsWith('results.') && method !== CANCEL

export const results = ({
  results: open,
}: Pick<Services, 'results'>): Pick<AreaHandlers<'results'>, typeof CANCEL> => ({
  [CANCEL]: ({ token }) => succeed({ cancelled: open.cancel(token) }),
})
