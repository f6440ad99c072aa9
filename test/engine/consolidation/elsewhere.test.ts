import { describe, expect, test } from 'vitest'
import { adviseOnScenario, checkScenario, webhookEvents } from '#main/engine/index.ts'
import { enterpriseOf, eu, type Given, hq, onEnterprise, stream, streams } from '../support/consolidation.ts'
import { billPeople, peopleOf, use } from '../support/people.ts'

const catalog = enterpriseOf()
const link = (on: string) => ({ kind: 'linkWorkspace' as const, on, workspace: 'eu' })
const remove = (on: string) => ({
  kind: 'unlinkWorkspace' as const,
  on,
  workspace: 'eu',
  afterwards: { kind: 'removed' as const },
})
const two = (given: Given): Given => onEnterprise({ workspaces: [hq, eu], ...given })

const advice = (given: Given) =>
  adviseOnScenario(peopleOf(catalog, two(given))).map(({ code, path, message }) => [code, path, message])

describe('usage of a workspace before it is linked', () => {
  // January: 310 in 31 days are 10 a day; nine days until the 10th are 90, which are billed where eu was
  const early: Given = {
    changes: [link('2026-01-10')],
    ...streams(stream('eu', '310')),
    usageEvents: [use(3, null, 'api', 7, { workspace: 'eu' })],
  }
  const result = billPeople(catalog, two(early))

  test('is told: how much, when, and why it is not on this bill', () => {
    expect(result.usedElsewhere).toEqual([
      {
        workspace: 'eu',
        from: '2026-01-01T00:00:00.000Z',
        to: '2026-01-10T00:00:00.000Z',
        requests: 1,
        credits: '97',
        why: 'Used before the workspace was linked on 2026-01-10: billed where it was then.',
      },
    ])
    // 310 − 90
    expect(result.totals.usage).toBe('220')
  })

  test('is an alert and an event, once a period, of all that the period has', () => {
    const alerts = result.alerts.filter(({ kind }) => kind === 'usedElsewhere')
    expect(alerts.map(({ at, credits, subject, severity }) => [at, credits, subject, severity])).toEqual([
      ['2026-01-01T00:00:00.000Z', '97', 'eu', 'information'],
    ])
    expect(webhookEvents(result).map(({ type }) => type)).toContain('workspace.used_elsewhere')
  })

  test('is foreseen by a look at the scenario, one advice a stream and one for all events', () => {
    expect(advice(early)).toEqual([
      [
        'usage.before_link',
        'usage.streams.0',
        'The stream "s-eu" uses 310 a month in "eu". Before 2026-01-10, when it is linked, this is billed where the workspace is, not here.',
      ],
      [
        'usage.before_link',
        'usageEvents.0.at',
        '1 usage event is of "eu" then. Before 2026-01-10, when it is linked, this is billed where the workspace is, not here.',
      ],
    ])
    expect(advice({ ...streams(stream('eu', '310')) })).toEqual([])
  })

  test('that is refused to be linked stays elsewhere to the end', () => {
    // the account cancels, so that nothing can be linked any more
    const given = two({
      ...early,
      changes: [{ kind: 'changePlan', on: '2026-01-05', plan: 'small' }, link('2026-01-10')],
    })
    const refused = billPeople(catalog, given)
    expect(refused.refusals.map(({ path }) => path)).toContain('changes.1')
    expect(refused.usedElsewhere).toMatchObject([{ credits: '317', to: '2026-02-01T00:00:00.000Z' }])
    expect(refused.usedElsewhere[0]?.why).toContain('never linked in this run')
  })

  test('on the very instant it is linked belongs to the account', () => {
    const usageEvents = [use(10, null, 'api', 5, { workspace: 'eu', at: '2026-01-10T00:00:00Z' })]
    const linked = billPeople(catalog, two({ changes: [link('2026-01-10')], usageEvents }))
    expect([linked.totals.usage, linked.usedElsewhere]).toEqual(['5', []])
  })
})

describe('usage of a workspace after it was removed', () => {
  test('is blocked and told, and foreseen', () => {
    const late: Given = {
      changes: [remove('2026-01-10')],
      usageEvents: [
        use(3, null, 'api', 7, { workspace: 'eu' }),
        use(12, null, 'api', 5, { workspace: 'eu' }),
        use(13, null, 'api', 6, { workspace: 'eu' }),
      ],
    }
    const result = billPeople(catalog, two(late))
    expect(result.periods[0]?.blockedBecause).toEqual([{ cause: 'workspaceRemoved', credits: '11' }])
    expect(result.usedElsewhere).toEqual([])
    expect(advice({ ...late, ...streams(stream('eu', '31')) })).toEqual([
      [
        'usage.after_removal',
        'usage.streams.0',
        'The stream "s-eu" uses 31 a month in "eu". It is removed on 2026-01-10: from then on this is blocked.',
      ],
      [
        'usage.after_removal',
        'usageEvents.1.at',
        '2 usage events are of "eu" then. It is removed on 2026-01-10: from then on this is blocked.',
      ],
    ])
  })
})

test('usage outside the run is refused with how much it is, when, and why no bill has it', () => {
  const outside = two({ usageEvents: [use('2026-02-14', null, 'api', 42, { workspace: 'eu' })] })
  expect(checkScenario(catalog, peopleOf(catalog, outside))).toEqual([
    {
      code: 'usage.outside_run',
      message:
        '42 of api on 2026-02-14 come after the run ends (it runs from 2026-01-01 to 2026-02-01), so that no bill of it has them.',
      path: 'usageEvents.0.at',
    },
  ])
})
