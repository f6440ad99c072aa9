import type { CustomGrant } from '#shared/grants.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'
import { type Instant, parseDate, parseInstant } from '../calendar/civil.ts'
import { cycleStart } from '../calendar/cycle.ts'
import { customGrantsOf } from '../funds/custom-grant.ts'

/** More than anybody hands out, and few enough to run. */
const MOST_GRANTS = 1000
const MOST_REFILLS = 20_000

interface Run {
  readonly from: Instant
  readonly end: Instant
}

type GrantRule = (grant: CustomGrant, run: Run) => (Omit<Problem, 'path'> & { readonly field: string }) | null

const startsOutside: GrantRule = ({ start }, { from, end }) => {
  const at = parseInstant(start)
  if (at >= from && at < end) return null
  const message = 'The grant starts outside the time the scenario runs.'
  return { code: 'grants.outside_run', message, field: 'start' }
}

const expiresBeforeStart: GrantRule = ({ start, expires }) => {
  if (expires === undefined || parseInstant(expires) > parseInstant(start)) return null
  const message = 'The grant expires before it starts: it could never be used.'
  return { code: 'grants.expires_before_start', message, field: 'expires' }
}

const refillsForever: GrantRule = ({ recurrence, expires }) => {
  if (recurrence === undefined || expires !== undefined) return null
  const message = 'A grant that refills says until when: it needs an expiry.'
  return { code: 'grants.endless_recurrence', message, field: 'recurrence' }
}

const RULES: readonly GrantRule[] = [startsOutside, expiresBeforeStart, refillsForever]

/** Everything in which the grants of a scenario contradict themselves or the time it runs. */
export function checkGrants({ grants, start, months }: Scenario): readonly Problem[] {
  const from = parseDate(start)
  const run = { from, end: cycleStart(from, months) }
  const problems = grants.flatMap((grant, index) =>
    RULES.flatMap((rule) => {
      const problem = rule(grant, run)
      if (problem === null) return []
      const { code, message, field } = problem
      return [{ code, message, path: `grants.${index}.${field}` }]
    }),
  )
  return [...problems, ...repeatedIds(grants), ...tooMany(grants, run)]
}

function repeatedIds(grants: readonly CustomGrant[]): readonly Problem[] {
  const seen = new Set<string>()
  return grants.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [
      { code: 'grants.duplicate_id', message: `The id "${id}" is used twice.`, path: `grants.${index}.id` },
    ]
  })
}

function tooMany(grants: readonly CustomGrant[], { end }: Run): readonly Problem[] {
  if (grants.length > MOST_GRANTS) {
    const message = `A scenario has at most ${MOST_GRANTS} grants.`
    return [{ code: 'grants.too_many', message, path: 'grants' }]
  }
  const refills = customGrantsOf(grants, end).reduce((sum, grant) => sum + grant.refills.length, 0)
  if (refills <= MOST_REFILLS) return []
  const message = `The grants refill ${refills} times, more than ${MOST_REFILLS}.`
  return [{ code: 'grants.too_many', message, path: 'grants' }]
}
