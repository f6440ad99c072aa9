import { describe, expect, test } from 'vitest'
import { basic, billPeople, full, preset, servedRows, use, workspaceOf } from '../support/people.ts'
import { OPTED_IN, perThousand, postpaid } from '../support/build.ts'

/** 1,000 credits a month, of which a Basic member may use 100 of `create`. */
const workspace = workspaceOf()

const speech = (member: string, monthly: string) => ({
  id: `speech of ${member}`,
  member,
  product: 'text-to-speech',
  model: 'Multilingual v2',
  monthly,
})

describe('the ceiling of the presets', () => {
  test.each([
    ['elevenlabs-2026-04', 'pro', 10_000],
    ['elevenlabs-2026-10', 'pro', 50_000],
    // $5 of usage at 600,000 credits for $99
    ['elevenlabs-2026-10', 'enterprise', 30_303],
  ])(
    '%s %s: a Basic member uses %d credits of ElevenCreative a month, a Full member all',
    (id, plan, most) => {
      const result = billPeople(preset(id), {
        plan,
        members: [full('ann'), basic('bea')],
        usage: { kind: 'streams', streams: [speech('ann', '62000'), speech('bea', '62000')] },
      })
      expect(servedRows(result)).toEqual([
        ['ann', 'text-to-speech', 62_000, {}],
        ['bea', 'text-to-speech', most, { ceiling: 62_000 - most }],
      ])
    },
  )

  test('ElevenAgents and ElevenAPI do not count, and go on at the ceiling', () => {
    const result = billPeople(preset('elevenlabs-2026-04'), {
      plan: 'pro',
      members: [basic('bea')],
      usageEvents: [
        use(1, 'bea', 'text-to-speech-api', 70_000, { model: 'Multilingual v2' }),
        use(2, 'bea', 'agents', 100, { model: 'Voice call' }),
        use(3, 'bea', 'text-to-speech', 10_000, { model: 'Multilingual v2' }),
        use(4, 'bea', 'text-to-speech', 1, { model: 'Multilingual v2' }),
        use(5, 'bea', 'text-to-speech-api', 30_000, { model: 'Multilingual v2' }),
        use(6, 'bea', 'agents', 200, { model: 'Voice call' }),
      ],
    })
    expect(servedRows(result)).toEqual([
      ['bea', 'text-to-speech-api', 100_000, {}],
      // 300 minutes at 454 credits
      ['bea', 'agents', 136_200, {}],
      ['bea', 'text-to-speech', 10_000, { ceiling: 1 }],
    ])
  })

  test('the Dodo Payments build has no ceiling', () => {
    const result = billPeople(preset('dodo-elevenlabs'), {
      plan: 'pro',
      members: [basic('bea')],
      usage: { kind: 'streams', streams: [speech('bea', '62000')] },
    })
    expect(servedRows(result)).toEqual([['bea', 'text-to-speech', 62_000, {}]])
  })
})

describe('the ceiling is a share of the pool, not capacity on top', () => {
  test('of 100,000 credits a Basic member uses 10,000, and 90,000 are left for others', () => {
    const result = billPeople(preset('elevenlabs-2026-04'), {
      plan: 'creator',
      members: [basic('bea')],
      usage: { kind: 'streams', streams: [speech('bea', '200000')] },
    })
    expect(servedRows(result)).toEqual([['bea', 'text-to-speech', 10_000, { ceiling: 190_000 }]])
    expect(result.totals).toMatchObject({ grantedCredits: '100000', remainingCredits: '90000' })
  })

  test('the pool may run out before a Basic member reaches the ceiling', () => {
    const result = billPeople(preset('elevenlabs-2026-04'), {
      plan: 'creator',
      members: [full('ann'), basic('bea')],
      usageEvents: [
        use(1, 'ann', 'text-to-speech', 95_000, { model: 'Multilingual v2' }),
        use(2, 'bea', 'text-to-speech', 4_000, { model: 'Multilingual v2' }),
        use(3, 'bea', 'text-to-speech', 4_000, { model: 'Multilingual v2' }),
        use(4, 'bea', 'text-to-speech', 1_000, { model: 'Multilingual v2' }),
      ],
    })
    expect(servedRows(result)).toEqual([
      ['ann', 'text-to-speech', 95_000, {}],
      ['bea', 'text-to-speech', 5_000, { notEnoughLeft: 4_000 }],
    ])
  })

  test('what is served as overage counts toward the ceiling too', () => {
    const catalog = workspaceOf({ credits: '60', pastQuota: postpaid(perThousand('1')) })
    const result = billPeople(catalog, {
      ...OPTED_IN,
      members: [basic('bea')],
      usageEvents: [use(1, 'bea', 'create', 50), use(2, 'bea', 'create', 50), use(3, 'bea', 'create', 1)],
    })
    expect(result.totals).toMatchObject({ poolCredits: '60', overageCredits: '40', blockedCredits: '1' })
    expect(servedRows(result)).toEqual([['bea', 'create', 100, { ceiling: 1 }]])
  })

  test('it holds for each Basic member, not for all together', () => {
    const result = billPeople(workspace, {
      members: [basic('bea'), basic('ben')],
      usageEvents: [use(1, 'bea', 'create', 100), use(2, 'ben', 'create', 100), use(3, 'bea', 'create', 1)],
    })
    expect(servedRows(result)).toEqual([
      ['bea', 'create', 100, { ceiling: 1 }],
      ['ben', 'create', 100, {}],
    ])
  })
})

describe('the ceiling over time', () => {
  test('it resets with the billing cycle, not with the calendar month', () => {
    const result = billPeople(workspace, {
      start: '2026-01-15',
      months: 2,
      members: [basic('bea')],
      usageEvents: [
        use('2026-01-20', 'bea', 'create', 100),
        use('2026-02-14', 'bea', 'create', 1),
        use('2026-02-15', 'bea', 'create', 100),
        use('2026-02-16', 'bea', 'create', 2),
      ],
    })
    expect(servedRows(result)).toEqual([
      ['bea', 'create', 100, { ceiling: 1 }],
      ['bea', 'create', 100, { ceiling: 2 }],
    ])
  })

  test.each([
    [70, 30, 1],
    [100, 0, 1],
    [250, 0, 1],
  ])('after a downgrade the %d credits used while Full count: %d are left', (before, left, more) => {
    const result = billPeople(workspace, {
      members: [full('bea')],
      changes: [{ kind: 'changeSeat', on: '2026-01-10', member: 'bea', seat: 'basic' }],
      usageEvents: [
        use(5, 'bea', 'create', before),
        use(11, 'bea', 'create', left),
        use(12, 'bea', 'create', more),
      ],
    })
    expect(servedRows(result)).toEqual([['bea', 'create', before + left, { ceiling: more }]])
  })

  test('what agents and the API used while Full does not count after a downgrade', () => {
    const result = billPeople(workspace, {
      members: [full('bea')],
      changes: [{ kind: 'changeSeat', on: '2026-01-10', member: 'bea', seat: 'basic' }],
      usageEvents: [use(5, 'bea', 'agents', 300), use(6, 'bea', 'api', 300), use(11, 'bea', 'create', 100)],
    })
    expect(result.totals.blockedCredits).toBe('0')
  })

  test('what was used on a plan without one counts on a plan with one, in the same period: 80 of 100', () => {
    const [withCeiling] = workspace.plans
    const [without] = workspaceOf({ ceiling: null }).plans
    if (!withCeiling || !without) throw new Error('no plan')
    const catalog = { ...workspace, plans: [without, { ...withCeiling, id: 'higher' }] }
    const change = { plan: 'higher', timing: 'now' as const, mode: 'doNotBill' as const }
    const result = billPeople(catalog, {
      members: [basic('bea')],
      changes: [{ kind: 'changePlan', on: '2026-01-10', ...change }],
      usageEvents: [use(5, 'bea', 'create', 80), use(11, 'bea', 'create', 20), use(12, 'bea', 'create', 1)],
    })
    expect(servedRows(result)).toEqual([['bea', 'create', 100, { ceiling: 1 }]])
  })

  test('an upgrade to a Full seat lifts the ceiling at once', () => {
    const result = billPeople(workspace, {
      members: [basic('bea')],
      changes: [{ kind: 'changeSeat', on: '2026-01-10', member: 'bea', seat: 'full' }],
      usageEvents: [use(9, 'bea', 'create', 101), use(10, 'bea', 'create', 500)],
    })
    expect(servedRows(result)).toEqual([['bea', 'create', 500, { ceiling: 101 }]])
  })

  test('locking, or leaving and coming back, does not reset it', () => {
    const result = billPeople(workspace, {
      members: [basic('bea'), basic('ben')],
      changes: [
        { kind: 'lockMember', on: '2026-01-10', member: 'bea' },
        { kind: 'removeMember', on: '2026-01-10', member: 'ben' },
        { kind: 'unlockMember', on: '2026-01-11', member: 'bea' },
        { kind: 'inviteMember', on: '2026-01-11', member: basic('ben') },
      ],
      usageEvents: ['bea', 'ben'].flatMap((who) => [use(5, who, 'create', 60), use(12, who, 'create', 50)]),
    })
    expect(servedRows(result)).toEqual([
      ['bea', 'create', 60, { ceiling: 50 }],
      ['ben', 'create', 60, { ceiling: 50 }],
    ])
  })

  test('modelled usage is cut at the ceiling in the middle of a day, and starts anew with the period', () => {
    const result = billPeople(workspace, {
      months: 2,
      members: [basic('bea')],
      usage: {
        kind: 'streams',
        streams: [{ id: 's', member: 'bea', product: 'create', model: 'Standard', monthly: '130' }],
      },
    })
    expect(servedRows(result)).toEqual([
      ['bea', 'create', 100, { ceiling: 30 }],
      ['bea', 'create', 100, { ceiling: 30 }],
    ])
  })

  test('it is told once in a period: viewing stays, generating does not', () => {
    const { alerts } = billPeople(workspace, {
      members: [basic('bea')],
      usageEvents: [use(5, 'bea', 'create', 100), use(6, 'bea', 'create', 7), use(7, 'bea', 'create', 8)],
    })
    expect(alerts.filter(({ kind }) => kind === 'ceilingReached')).toEqual([
      {
        kind: 'ceilingReached',
        at: '2026-01-05T12:00:00.000Z',
        severity: 'stop',
        credits: '100',
        subject: 'bea',
        message: 'A Basic member has reached the monthly ceiling; viewing stays possible.',
      },
    ])
  })

  test('it is told to each member who reaches it, and something too big below it as what it is', () => {
    const { alerts } = billPeople(workspace, {
      members: [basic('bea'), basic('ben')],
      usageEvents: [use(5, 'bea', 'create', 101), use(6, 'ben', 'create', 101), use(7, 'bea', 'create', 100)],
    })
    expect(
      alerts
        .filter(({ subject }) => subject !== null)
        .map(({ kind, subject, credits }) => [kind, subject, credits]),
    ).toEqual([
      ['notEnoughLeft', 'bea', '101'],
      ['notEnoughLeft', 'ben', '101'],
      ['ceilingReached', 'bea', '100'],
    ])
  })
})
