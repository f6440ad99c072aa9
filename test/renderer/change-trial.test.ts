import { describe, expect, it } from 'vitest'
import { compareVariants, run } from '#main/engine/index.ts'
import { findPreset } from '#main/catalogs/index.ts'
import type { AccountChange, Member } from '#shared/account.ts'
import type { Problem } from '#shared/problem.ts'
import { Scenario } from '#shared/scenario.ts'
import { differenceInWords, withoutEventsInWords } from '#renderer/finding/trial-in-words.ts'
import { isSmall, type Trial, trialInput, trialOf } from '#renderer/state/change-trial.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { content } from './support/scenarios.ts'

const member = (id: string, more: Partial<Member> = {}): Member => ({
  id,
  role: 'member',
  seat: 'basic',
  locked: false,
  ...more,
})

/** Creator for $22 a month, of which the catalogue of April 2026 has Pro for $99 one step up. */
const account = (more: Partial<WindowAccount> = {}): WindowAccount =>
  content({
    plan: 'creator',
    start: '2026-01-01',
    months: 12,
    overage: { optIn: false },
    usage: { kind: 'pattern', monthly: '1000', pattern: { kind: 'flat' } },
    ...more,
  }).scenario

/** As the API answers, with or without whole runs. */
function tried(
  of: WindowAccount,
  original: AccountChange | null,
  change: AccountChange,
  isRun = true,
): Trial {
  const input = trialInput(of, original, change)
  const catalog = findPreset('elevenlabs-2026-04')
  if (!catalog) throw new Error('There is no such catalogue.')
  const whole = (one: WindowAccount) => Scenario.parse({ ...one, usageEvents: [] })
  const billed = (one: WindowAccount) => run(catalog, whole(one))
  return trialOf(input, {
    costs: compareVariants(catalog, { ...whole(input.without), changes: [] }, [
      { name: 'without', changes: input.without.changes },
      { name: 'with', changes: input.with.changes },
    ]),
    runs: isRun ? { without: billed(input.without), with: billed(input.with) } : null,
  })
}

const messages = (problems: readonly Pick<Problem, 'message'>[]) => problems.map(({ message }) => message)
const toPro = (on: string): AccountChange => ({ kind: 'changePlan', on, plan: 'pro' })

describe('a change that is tried', () => {
  it('costs what the engine says: an upgrade to Pro in July of a year of Creator', () => {
    const trial = tried(account(), null, toPro('2026-07-01'))
    // Six months at $99 in the place of six at $22.
    expect(trial.cost).toMatchObject({
      before: { total: '264.00' },
      after: { total: '726.00' },
      difference: '462.00',
    })
    expect(trial).toMatchObject({ refused: [], others: [], unbilled: [], isRun: true })
  })

  it('is compared with the account without it where it takes the place of one', () => {
    const july = toPro('2026-07-01')
    const trial = tried(account({ changes: [july] }), july, toPro('2026-12-01'))
    expect(trial.cost).toMatchObject({
      before: { total: '264.00' },
      after: { total: '341.00' },
      difference: '77.00',
    })
  })

  it('is refused by what it says, at its place', () => {
    const trial = tried(account(), null, { kind: 'changePlan', on: '2026-07-01', plan: 'nowhere' })
    expect(trial.refused).toEqual([
      { code: 'plan.unknown', message: 'The catalogue has no plan "nowhere".', path: 'changes.0.plan' },
    ])
    expect(trial.cost).toBeNull()
    expect(trial.unbilled).toEqual([])
  })

  it('is refused on its day, with what would free it', () => {
    const people = account({ members: [member('Ann', { role: 'admin', seat: 'full' })] })
    const trial = tried(people, null, { kind: 'changeSeat', on: '2026-07-01', member: 'Ann', seat: 'basic' })
    expect(messages(trial.refused)).toEqual(['Refused on 2026-07-01: Admins always hold a Full seat.'])
    expect(trial.cost).toMatchObject({ difference: '0.00' })
  })

  it('tells of others that it makes impossible, and not of those that were so before', () => {
    const people = account({
      members: [member('Ann', { role: 'admin', seat: 'full' }), member('Ben')],
      changes: [
        { kind: 'changeSeat', on: '2026-02-01', member: 'Ann', seat: 'basic' },
        { kind: 'lockMember', on: '2026-08-01', member: 'Ben' },
      ],
    })
    const trial = tried(people, null, { kind: 'removeMember', on: '2026-07-01', member: 'Ben' })
    expect(trial.refused).toEqual([])
    expect(trial.others).toEqual([
      { change: people.changes[1], message: 'Refused on 2026-08-01: There is no member "Ben".' },
    ])
  })

  it('tells apart what is wrong with it and what is wrong with the account', () => {
    const broken = account({ changes: [{ kind: 'lockMember', on: '2026-02-01', member: 'Zoe' }] })
    const trial = tried(broken, null, toPro('2026-07-01'))
    expect(trial.refused).toEqual([])
    expect(messages(trial.unbilled)).toEqual(['There is no member "Zoe" then.'])
    const both = tried(broken, null, { kind: 'lockMember', on: '2026-01-05', member: 'Yan' })
    expect(messages(both.refused)).toEqual(['There is no member "Yan" then.'])
    const alike = tried(broken, null, { kind: 'unlockMember', on: '2026-01-05', member: 'Zoe' })
    expect(messages(alike.refused)).toEqual(['There is no member "Zoe" then.'])
  })

  it('outside of the run is refused there', () => {
    expect(tried(account(), null, toPro('2027-01-01')).refused).toMatchObject([{ path: 'changes.0.on' }])
  })

  it('of a large account has its cost and what is wrong with it, and says that it was not run', () => {
    const trial = tried(account(), null, { kind: 'changePlan', on: '2026-07-01', plan: 'nowhere' }, false)
    expect(messages(trial.refused)).toEqual(['The catalogue has no plan "nowhere".'])
    expect(trial.isRun).toBe(false)
    expect(tried(account(), null, toPro('2026-07-01'), false).cost?.difference).toBe('462.00')
  })

  it('is run of accounts with up to 300 people, keys and streams over five years', () => {
    const people = (count: number) => Array.from({ length: count }, (_, index) => member(String(index)))
    expect(isSmall(account({ months: 60, members: people(300) }))).toBe(true)
    expect(isSmall(account({ months: 61 }))).toBe(false)
    expect(isSmall(account({ members: people(301) }))).toBe(false)
    const keys = Array.from({ length: 301 }, (_, index) => ({ id: String(index), limit: null }))
    expect(isSmall(account({ apiKeys: keys }))).toBe(false)
    expect(isSmall(account({ usage: { kind: 'streams', streams: [] } }))).toBe(true)
  })

  it('is told of in words', () => {
    expect(differenceInWords('462.00', 'USD', 12)).toBe('Costs $462.00 more over 12 months')
    expect(differenceInWords('-1462.50', 'USD', 1)).toBe('Costs $1,462.50 less over 1 month')
    expect(differenceInWords('0.00', 'USD', 12)).toBe('Costs the same over 12 months')
    expect(withoutEventsInWords(0)).toBe('')
    expect(withoutEventsInWords(1200)).toBe('Without the 1,200 usage events, which the results count.')
  })
})
