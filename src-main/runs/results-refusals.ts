import { refuse, type Result } from '#shared/problem.ts'
import { isOutOfMemory } from './crash-problem.ts'
import { MOST_WAITING_CALLS } from './waiting-calls.ts'

/** Of what somebody called off, or nobody waits for. */
export const CANCELLED = refuse({
  code: 'result.cancelled',
  message: 'The calculation was cancelled.',
  path: '',
})

/** Of what was asked of a state that its asker has replaced; nobody is to be troubled with it. */
export const SUPERSEDED = refuse({
  code: 'result.superseded',
  message: 'The account was changed since this was asked, so it is not worked out any more.',
  path: '',
})

export const TOO_MANY = refuse({
  code: 'result.too_many',
  message: `${String(MOST_WAITING_CALLS)} questions about results are waiting already. Wait for some of them, and ask again.`,
  path: '',
})

/** Of an account whose usage events could not be brought. */
export const UNREAD = refuse({
  code: 'events.unread',
  message: 'The usage events of this scenario could not be read. Ask again.',
  path: 'document',
})

/** Of the call over which the thread ended. */
export function brokenDown(why: unknown, memoryMb: number, isOpening: boolean): Result<never> {
  const what = isOpening ? 'Working out the result' : 'Looking into the result'
  const rest =
    'Nothing that is saved is concerned; open results are worked out again when they are asked for.'
  if (isOutOfMemory(why)) {
    const message = `${what} needed more than the ${memoryMb} MB of memory that it may use. ${rest}`
    return refuse({ code: 'result.out_of_memory', message, path: '' })
  }
  return refuse({
    code: 'result.broke_down',
    message: `${what} broke down inside Tierwise. ${rest}`,
    path: '',
  })
}
