import { api } from '#shared/api.ts'
import { parse, succeed } from '#shared/problem.ts'
import type { AreaHandlers } from './handlers.ts'
import { within } from './resolve-catalog.ts'
import type { Services } from './services.ts'

/** Long calls; input that does not fit the method is refused before a worker sees it, which reads it like every call. */
export const runs = ({ runs: work }: Pick<Services, 'runs'>): AreaHandlers<'runs'> => ({
  'runs.start': ({ method, input }) => {
    const parsed = within('input', parse(api[method].input, input))
    return parsed.ok ? succeed(work.start(method, input)) : parsed
  },
  'runs.list': () => succeed(work.list()),
  'runs.cancel': ({ id }) => work.cancel(id),
  'runs.result': ({ id }) => work.result(id),
})
