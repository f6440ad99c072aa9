import { describe, expect, test } from 'vitest'
import { Catalog } from '#shared/catalog.ts'
import { at, figure, perThousand, postpaid } from '../support/build.ts'
import {
  enterpriseOf,
  eu,
  hq,
  lab,
  onEnterprise,
  servedBy,
  stream,
  streams,
} from '../support/consolidation.ts'
import { billPeople, blockedBecause, full, refusalsOf, servedRows, use } from '../support/people.ts'

const catalog = enterpriseOf()
const two = onEnterprise({ workspaces: [hq, eu] })

/** 10 credits a day in January: 150 before the 16th, 160 from then on. */
const tenADay = streams(stream('eu', '310'))

const link = (on: string) => ({ kind: 'linkWorkspace' as const, on, workspace: 'eu' })
const unlink = (on: string, plan: string | null, more: object = {}) => ({
  kind: 'unlinkWorkspace' as const,
  on,
  workspace: 'eu',
  afterwards:
    plan === null ? { kind: 'removed' as const } : { kind: 'newSubscription' as const, plan, ...more },
})

describe('linking', () => {
  test('a workspace is billed through the billing workspace from the day it is linked', () => {
    const result = billPeople(catalog, { ...two, ...tenADay, changes: [link('2026-01-16')] })
    expect(servedBy(result)).toEqual([[1, 'eu', 160]])
    expect(result.totals).toMatchObject({ usage: '160', blockedCredits: '0', subscription: '10.00' })
    expect(at(result.workspaces, 1).linked).toEqual([{ from: '2026-01-16T00:00:00.000Z', to: null }])
  })

  test('what happened before is not this account’s, what happens at that instant is', () => {
    const result = billPeople(catalog, {
      ...two,
      changes: [link('2026-01-16T12:00:00Z')],
      usageEvents: [15, 16].map((day) => use(day, null, 'api', day, { workspace: 'eu' })),
    })
    expect(servedBy(result)).toEqual([[1, 'eu', 16]])
  })

  test('a workspace whose members find no seats is not linked, and told why', () => {
    const result = billPeople(catalog, {
      ...two,
      members: [full('ann'), { ...full('bob'), workspace: 'eu' }, { ...full('cem'), workspace: 'eu' }],
      changes: [
        link('2026-01-16'),
        { kind: 'removeMember', on: '2026-01-20', member: 'ann' },
        link('2026-01-21'),
      ],
      ...tenADay,
    })
    expect(refusalsOf(result)).toEqual([['change.refused', 'changes.0']])
    expect(servedBy(result)).toEqual([[1, 'eu', 110]])
  })

  test('a workspace is linked once the account is on a plan that has it', () => {
    const result = billPeople(catalog, {
      workspaces: [hq, eu],
      plan: 'small',
      changes: [{ kind: 'changePlan', on: '2026-01-16', plan: 'enterprise' }, link('2026-01-16')],
      ...tenADay,
    })
    expect(result.refusals).toEqual([])
    expect(result.totals.usage).toBe('160')
  })
})

describe('the one subscription', () => {
  const leave = { kind: 'changePlan' as const, on: '2026-01-10', plan: 'small', timing: 'now' as const }

  test('the billing workspace determines the plan of all: it upgrades for all of them', () => {
    const plans = catalog.plans.flatMap((plan) =>
      plan.id === 'enterprise' ? [plan, { ...plan, id: 'plus', credits: figure('5000') }] : [plan],
    )
    const both = figure({
      billingEnvironment: 'us',
      environments: ['us', 'eu'],
      plans: ['enterprise', 'plus'],
      perWorkspaceLimits: false,
    })
    const result = billPeople(
      { ...catalog, plans, consolidation: both },
      {
        ...two,
        changes: [{ kind: 'changePlan', on: '2026-01-10', plan: 'plus' }],
        usageEvents: [9, 10].map((day) => use(day, null, 'api', 2000, { workspace: 'eu' })),
      },
    )
    // 1,000 credits are too few for 2,000 on the 9th; with 5,000 more on the 10th they are enough
    expect(servedRows(result)).toEqual([
      [null, 'api', 0, { notEnoughLeft: 2000 }],
      [null, 'api', 2000, {}],
    ])
  })

  test('the account cannot leave for a plan without consolidated billing while workspaces are linked', () => {
    const result = billPeople(catalog, { ...two, changes: [leave, { kind: 'cancel', on: '2026-01-11' }] })
    expect(refusalsOf(result)).toEqual([
      ['change.refused', 'changes.0'],
      ['change.refused', 'changes.1'],
    ])
  })

  test('once the last one is unlinked it can', () => {
    const result = billPeople(catalog, { ...two, changes: [unlink('2026-01-09', null), leave] })
    expect(result.refusals).toEqual([])
  })

  test('no workspace is linked to an account about to leave', () => {
    const result = billPeople(catalog, {
      ...two,
      changes: [{ ...leave, timing: 'termEnd' as const }, link('2026-01-11')],
    })
    expect(refusalsOf(result)).toEqual([['change.refused', 'changes.1']])
  })
})

describe('unlinking', () => {
  test('with a new subscription the workspace is billed by itself from that day, on a cycle of its own', () => {
    const result = billPeople(catalog, {
      ...two,
      ...tenADay,
      months: 2,
      changes: [unlink('2026-01-16', 'small')],
    })
    expect(servedBy(result)).toEqual([[1, 'eu', 150]])
    const apart = at(result.separateAccounts, 0)
    expect(apart).toMatchObject({ workspace: 'eu', plan: 'small', start: '2026-01-16', end: '2026-03-01' })
    expect(apart.invoices.map(({ date, total }) => [date, total])).toEqual([
      ['2026-01-16', '1.00'],
      ['2026-02-16', '1.00'],
    ])
    // 100 credits in each of its two periods; 160 are wanted in January and 310 in February
    expect(apart.totals).toMatchObject({ usage: '470', poolCredits: '200', blockedCredits: '270' })
    expect(at(result.workspaces, 1)).toMatchObject({
      linked: [{ from: '2026-01-01T00:00:00.000Z', to: '2026-01-16T00:00:00.000Z' }],
      afterwards: 'newSubscription',
    })
  })

  test('its usage counts to one of the two accounts, and to no other', () => {
    const result = billPeople(catalog, {
      ...two,
      changes: [unlink('2026-01-16T12:00:00Z', 'small')],
      usageEvents: [15, 16, 17].map((day) => use(day, null, 'api', day, { workspace: 'eu' })),
    })
    expect(result.totals.usage).toBe('15')
    expect(at(result.separateAccounts, 0).totals.usage).toBe('33')
  })

  test('a change of the same instant that comes first in the list is done before it leaves, and not again', () => {
    const member = { ...full('bob'), workspace: 'eu' }
    const result = billPeople(enterpriseOf({ full: 3 }), {
      ...two,
      changes: [{ kind: 'inviteMember', on: '2026-01-16', member }, unlink('2026-01-16', 'small')],
      usageEvents: [use(17, 'bob', 'api', 1)],
    })
    expect(result.refusals).toEqual([])
    expect(at(result.separateAccounts, 0).refusals).toEqual([])
    expect(servedRows(at(result.separateAccounts, 0))).toEqual([['bob', 'api', 1, {}]])
  })

  test('what was asked for before is not asked for again, though it left the account once before', () => {
    const member = { ...full('bob'), workspace: 'eu' }
    const result = billPeople(enterpriseOf({ full: 3 }), {
      ...two,
      changes: [
        unlink('2026-01-06', 'small'),
        link('2026-01-11'),
        { kind: 'inviteMember', on: '2026-01-16', member },
        unlink('2026-01-16', 'small'),
      ],
      usageEvents: [use(17, 'bob', 'api', 1)],
    })
    expect(result.separateAccounts.map(({ start, refusals }) => [start, refusals])).toEqual([
      ['2026-01-06', []],
      ['2026-01-16', []],
    ])
  })

  test('its members go with it; where the new plan has too few seats, all but the owner are locked', () => {
    const names = ['ann', 'bob', 'cem']
    const result = billPeople(enterpriseOf({ full: 3 }), {
      ...two,
      members: ['ann', 'bob'].map((name) => ({ ...full(name), workspace: 'eu' })),
      changes: [
        { kind: 'inviteMember', on: '2026-01-05', member: { ...full('cem'), workspace: 'eu' } },
        unlink('2026-01-16', 'small'),
        { kind: 'removeMember', on: '2026-01-20', member: 'ann' },
        { kind: 'unlockMember', on: '2026-01-20', member: 'cem' },
      ],
      usageEvents: [17, 21].flatMap((day) => names.map((name) => use(day, name, 'api', 1))),
    })
    expect(result.totals.usage).toBe('0')
    // what happened before it left was done there, and is not done again
    expect(at(result.separateAccounts, 0).refusals).toEqual([])
    expect(servedRows(at(result.separateAccounts, 0))).toEqual([
      // three for two seats: ann joined first
      ['ann', 'api', 1, { noSeat: 1 }],
      ['bob', 'api', 0, { locked: 2 }],
      ['cem', 'api', 1, { locked: 1 }],
    ])
  })

  test('its keys and groups go with it, with the limits they had come to have', () => {
    const result = billPeople(catalog, {
      ...two,
      members: [{ ...full('ann'), workspace: 'eu' }],
      groups: [{ id: 'g', members: ['ann'], limit: '1' }],
      apiKeys: [{ id: 'web', workspace: 'eu', limit: '1' }],
      changes: [
        { kind: 'setGroupLimit', on: '2026-01-05', group: 'g', limit: '20' },
        { kind: 'setKeyLimit', on: '2026-01-05', apiKey: 'web', limit: '30' },
        unlink('2026-01-16', 'small'),
        { kind: 'setKeyLimit', on: '2026-01-20', apiKey: 'web', limit: '40' },
      ],
      usageEvents: [
        use(17, 'ann', 'api', 20),
        use(18, 'ann', 'api', 1),
        use(18, null, 'api', 31, { apiKey: 'web' }),
        use(21, null, 'api', 40, { apiKey: 'web' }),
      ],
    })
    expect(servedRows(at(result.separateAccounts, 0))).toEqual([
      ['ann', 'api', 20, { groupLimit: 1 }],
      ['web', 'api', 40, { keyLimit: 31 }],
    ])
  })

  test('of a group’s keys those of the workspace go with it, and the others stay', () => {
    const result = billPeople(catalog, {
      ...two,
      groups: [{ id: 'g', members: [], apiKeys: ['here', 'web'], limit: '20' }],
      apiKeys: [{ id: 'here' }, { id: 'web', workspace: 'eu' }],
      changes: [unlink('2026-01-16', 'small')],
      usageEvents: [
        use(17, null, 'api', 20, { apiKey: 'here' }),
        use(17, null, 'api', 20, { apiKey: 'web' }),
        use(18, null, 'api', 1, { apiKey: 'here' }),
        use(18, null, 'api', 2, { apiKey: 'web' }),
      ],
    })
    expect(servedRows(result)).toEqual([['here', 'api', 20, { groupLimit: 1 }]])
    expect(servedRows(at(result.separateAccounts, 0))).toEqual([['web', 'api', 20, { groupLimit: 2 }]])
  })

  test('with removal, what is still asked for there is blocked and recorded', () => {
    const result = billPeople(catalog, { ...two, ...tenADay, changes: [unlink('2026-01-16', null)] })
    expect(blockedBecause(result)).toEqual([{ workspaceRemoved: 160 }])
    expect(servedBy(result)).toEqual([[1, 'eu', 150]])
    expect(result.alerts.map(({ kind, at: when }) => [kind, when])).toContainEqual([
      'workspaceRemoved',
      '2026-01-16T00:00:00.000Z',
    ])
    expect(result.separateAccounts).toEqual([])
  })

  test('a removed workspace’s members free their seats and may join another of the environment', () => {
    const result = billPeople(
      catalog,
      onEnterprise({
        workspaces: [hq, lab],
        members: [{ ...full('ann'), workspace: 'lab' }, full('bob')],
        changes: [
          { kind: 'unlinkWorkspace', on: '2026-01-10', workspace: 'lab', afterwards: { kind: 'removed' } },
          { kind: 'inviteMember', on: '2026-01-11', member: { ...full('ann2'), user: 'ann' } },
        ],
        usageEvents: [use(12, 'ann2', 'api', 5)],
      }),
    )
    expect(result.refusals).toEqual([])
    expect(servedRows(result)).toEqual([['ann2', 'api', 5, {}]])
  })

  test('linked again, it ends the account of its own', () => {
    const result = billPeople(catalog, {
      ...two,
      ...tenADay,
      changes: [unlink('2026-01-16', 'small'), link('2026-01-21')],
    })
    expect(result.totals.usage).toBe(String(150 + 110))
    expect(at(result.separateAccounts, 0)).toMatchObject({ end: '2026-01-21', totals: { usage: '50' } })
    expect(at(result.workspaces, 1)).toMatchObject({ afterwards: null, linked: [{}, { to: null }] })
  })
  describe('which is closed that day, and not cut', () => {
    const sells = Catalog.parse({
      ...catalog,
      plans: catalog.plans.map((plan) =>
        plan.id === 'small'
          ? {
              ...plan,
              rollover: figure({ kind: 'age', periods: 2 }),
              pastQuota: postpaid(perThousand('10')),
            }
          : plan,
      ),
    })
    const apart = (credits: number, back: readonly string[], months = 2) =>
      at(
        billPeople(sells, {
          ...two,
          months,
          changes: [unlink('2026-01-16', 'small', { overage: { optIn: true } }), ...back.map(link)],
          usageEvents: [use(17, null, 'api', credits, { workspace: 'eu' })],
        }).separateAccounts,
        0,
      )
    const lastOf = ({ periods }: ReturnType<typeof apart>) => {
      const { end, isCut, expiredCredits, closingCredits } = at(periods, -1)
      return [end, isCut, expiredCredits, closingCredits]
    }
    const kindsOf = ({ alerts }: ReturnType<typeof apart>) => alerts.map(({ kind }) => kind)

    test('what it has left of its 100 credits ends with it, and nothing is carried on', () => {
      const within = apart(60, ['2026-01-21'])
      expect(lastOf(within)).toEqual(['2026-01-21', false, '40', '0'])
      expect(kindsOf(within)).toEqual(['expired'])
      expect(within.totals).toMatchObject({ expiredCredits: '40', remainingCredits: '0' })
    })

    test('also where that is the end of its period', () => {
      const after = apart(60, ['2026-02-16'])
      expect(lastOf(after)).toEqual(['2026-02-16', false, '40', '0'])
      expect(kindsOf(after)).toEqual(['expired'])
    })

    test('its overage falls due in full: no more of it will come', () => {
      // 1,100 of 100 credits: 1,000 at 10.00
      const closed = apart(1100, ['2026-01-21'])
      const [line] = closed.invoices.flatMap(({ lines }) => lines).filter(({ kind }) => kind === 'overage')
      expect(line).toMatchObject({ description: 'Overage beyond the credits on hand', amount: '10.00' })
      expect(kindsOf(closed)).toContain('overageCharged')
    })

    test('an account that only the run’s end stops is cut and keeps what it has', () => {
      const running = apart(60, [], 1)
      expect(lastOf(running)).toEqual(['2026-02-01', true, '0', '40'])
      expect(kindsOf(running)).toEqual([])
    })
  })
})
