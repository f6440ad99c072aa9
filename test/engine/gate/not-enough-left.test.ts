import { describe, expect, test } from 'vitest'
import { explain, webhookEvents } from '#main/engine/index.ts'
import { OPTED_IN, perThousand, postpaid, valueOf } from '../support/build.ts'
import { basic, billPeople, full, keyUse, use, workspaceOf } from '../support/people.ts'

type Given = Parameters<typeof billPeople>[1]

const catalog = workspaceOf({ credits: '1000', lowBalance: '0' })
const told = (given: Given, of = catalog) =>
  billPeople(of, { members: [full('ann')], ...given }).alerts.map(({ kind, credits, message }) => [
    kind,
    credits,
    message,
  ])

/** What is said of a request that is too large for what is left. */
const tooLittle = (what: string, needed: number, left: number) =>
  `${what} for a request that is served whole or not at all: ${needed} needed, ${left} left.`

describe('a request that needs more than is left', () => {
  // 1,000 − 881 = 119 left; 965 are not served, 100 are, and 19 are left
  const usageEvents = [
    use(1, 'ann', 'create', 881),
    use(2, 'ann', 'create', 965),
    use(3, 'ann', 'create', 100),
  ]

  test('has not found credits that ran out: 965 needed, 119 left, and 100 are served after it', () => {
    const result = billPeople(catalog, { members: [full('ann')], usageEvents })
    expect(result.periods[0]).toMatchObject({
      poolCredits: '981',
      blockedCredits: '965',
      blockedBecause: [{ cause: 'notEnoughLeft', credits: '965' }],
    })
    expect(told({ usageEvents })).toContainEqual([
      'notEnoughLeft',
      '965',
      tooLittle('Too few credits are left', 965, 119),
    ])
    expect(result.alerts.map(({ kind }) => kind)).not.toContain('blocked')
  })

  test('is an event and an explanation of its own', () => {
    const result = billPeople(catalog, { members: [full('ann')], usageEvents })
    expect(webhookEvents(result).map(({ type }) => type)).toContain('credit.not_enough_left')
    const { rule } = valueOf(explain(catalog, result, { kind: 'block', period: 1 }))
    expect(rule).toContain('served whole or not at all')
  })

  test('is told once a period, with all that is not served, and nothing more once credits did run out', () => {
    const more = [...usageEvents, use(4, 'ann', 'create', 20), use(5, 'ann', 'create', 19)]
    const given = { usageEvents: [...more, use(6, 'ann', 'create', 7)] }
    expect(told(given).filter(([kind]) => kind === 'notEnoughLeft')).toEqual([
      ['notEnoughLeft', '985', tooLittle('Too few credits are left', 965, 119)],
    ])
    expect(told(given)).toContainEqual(['blocked', '7', 'Credits have run out; further usage is blocked.'])
  })

  test('is said of the limit that leaves too little, which is not reached', () => {
    const limited: Given = {
      members: [full('ann'), basic('bea')],
      groups: [{ id: 'team', members: ['ann'], limit: '50' }],
      apiKeys: [{ id: 'web', limit: '20' }],
      usageEvents: [
        use(1, 'ann', 'agents', 10),
        use(2, 'ann', 'agents', 41),
        keyUse(3, 'web', 21),
        use(4, 'bea', 'create', 101),
      ],
    }
    expect(told(limited).filter(([kind]) => kind !== 'expired')).toEqual([
      ['notEnoughLeft', '41', tooLittle('The limit of a billing group leaves too little', 41, 40)],
      ['notEnoughLeft', '21', tooLittle('The limit of an API key leaves too little', 21, 20)],
      ['notEnoughLeft', '101', tooLittle('The ceiling of a Basic member leaves too little', 101, 100)],
    ])
  })

  test('is said of a spend limit: 1,000 on hand and 5.00 for 5 more are 1,005 for a request of 1,006', () => {
    const sells = workspaceOf({ credits: '1000', lowBalance: '0', pastQuota: postpaid(perThousand('1000')) })
    const overage = { ...OPTED_IN.overage, spendLimit: '5' }
    expect(told({ overage, usageEvents: [use(1, 'ann', 'agents', 1006)] }, sells)).toContainEqual([
      'notEnoughLeft',
      '1006',
      tooLittle('The spend limit leaves too little', 1006, 1005),
    ])
  })
})
