import { expect, it } from 'vitest'
import { run, usageByMonth } from '#main/engine/index.ts'
import type { UsageStream } from '#shared/usage.ts'
import { valueOf } from '../support/build.ts'
import { peopleOf, preset, use } from '../support/people.ts'

const APRIL = preset('elevenlabs-2026-04')

/** Minutes of calls a month: 400 credits each on Creator, 454 on Pro. */
const calls = (id: string, monthly: string, percent = '0'): UsageStream => ({
  id,
  product: 'agents',
  model: 'Voice call',
  monthly,
  pattern: { kind: 'growth', percent },
})

const streams = (...some: readonly UsageStream[]) => ({ kind: 'streams' as const, streams: [...some] })

const monthsOf = (given: Parameters<typeof peopleOf>[1]) =>
  valueOf(usageByMonth(APRIL, peopleOf(APRIL, given)))

it('is the credits of all streams together, each month for itself', () => {
  const usage = streams(calls('support', '100', '10'), calls('sales', '50'))
  expect(monthsOf({ plan: 'creator', months: 3, usage })).toEqual(['60000', '64000', '68400'])
})

it('is what a full run says of its periods, served or blocked', () => {
  const scenario = peopleOf(APRIL, {
    plan: 'creator',
    months: 12,
    start: '2026-01-31',
    usage: streams(calls('support', '1000', '3.7'), calls('sales', '17.123456', '12')),
  })
  const { periods } = valueOf(run(APRIL, scenario))
  expect(periods.some(({ blockedCredits }) => blockedCredits !== '0')).toBe(true)
  expect(valueOf(usageByMonth(APRIL, scenario))).toEqual(periods.map(({ usage }) => usage))
})

it('burns at the rates of the plan in force, and counts months from the start where an upgrade restarts the cycle', () => {
  const changes = [{ kind: 'changePlan' as const, on: '2026-01-16', plan: 'pro' }]
  const given = { plan: 'creator', months: 2, usage: streams(calls('support', '31')), changes }
  // 15 days of January on Creator, 16 on Pro: a minute a day.
  expect(monthsOf(given)).toEqual(['13264', '14074'])
})

it('leaves usage events out', () => {
  const usageEvents = [use(1, null, 'agents', 1000, { model: 'Voice call' })]
  const given = { plan: 'creator', months: 1, usage: streams(calls('support', '10')), usageEvents }
  expect(monthsOf(given)).toEqual(['4000'])
})

it('is refused like a run', () => {
  const scenario = peopleOf(APRIL, {
    usage: streams({ ...calls('support', '1'), model: 'No such model' }),
  })
  const refused = usageByMonth(APRIL, scenario)
  expect(refused).toMatchObject({ ok: false })
  expect(refused).toEqual(run(APRIL, scenario))
})
