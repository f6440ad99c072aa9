import { refuse, type Result } from '#shared/result.ts'

/** The host did not answer at all: the only problem that is the transport's own. */
export const UNREACHABLE = 'transport.unreachable'

export const unreachable = (): Result<never> =>
  refuse({ code: UNREACHABLE, message: 'Tierwise does not answer.', path: '' })
