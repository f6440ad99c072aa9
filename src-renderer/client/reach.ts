import { STOPPING_CODE } from '#shared/bridge.ts'
import type { Problem } from '#shared/result.ts'
import { UNREACHABLE } from './unreachable.ts'

/**
 * How a host is found: it answers; it does not, or has said that it stops; it does not take this window for its
 * own, for it was started anew or is another user’s; or it shut this window out, for its address was opened twice.
 */
export type Reach = 'answers' | 'silent' | 'stopped' | 'foreign' | 'shut'

const BY_CODE: Readonly<Record<string, Reach>> = {
  [UNREACHABLE]: 'silent',
  [STOPPING_CODE]: 'stopped',
  'http.token': 'foreign',
  'http.ticket': 'foreign',
  'http.other_user': 'foreign',
  'http.ticket_twice': 'shut',
  'http.ended': 'shut',
}

export const reachOfCode = (code: string): Reach => BY_CODE[code] ?? 'answers'

/** What a refusal says of the host; one of any other kind shows that somebody is there. */
export const reachOf = (problems: readonly Problem[]): Reach =>
  problems.map(({ code }) => reachOfCode(code)).find((reach) => reach !== 'answers') ?? 'answers'
