import { describe, expect, test } from 'vitest'
import { checkCatalog, checkScenario } from '#main/engine/index.ts'
import { figure } from '../support/build.ts'
import {
  enterpriseOf,
  eu,
  type Given,
  hq,
  india,
  lab,
  onEnterprise,
  stream,
  streams,
} from '../support/consolidation.ts'
import { basic, full, peopleOf, preset, use, workspaceOf } from '../support/people.ts'

const catalog = enterpriseOf()

const problemsIn = (some: typeof catalog, given: Given) =>
  checkScenario(some, peopleOf(some, onEnterprise(given))).map(({ code, path }) => [
    code.replace('workspaces.', ''),
    path,
  ])
const problemsOf = (given: Given) => problemsIn(catalog, given)

const unlink = (workspace: string, more: object = {}) => ({
  kind: 'unlinkWorkspace' as const,
  on: '2026-01-10',
  workspace,
  afterwards: { kind: 'removed' as const },
  ...more,
})
const link = (workspace: string, on = '2026-01-12') => ({ kind: 'linkWorkspace' as const, on, workspace })

describe('consolidated billing that contradicts its catalogue or itself is refused', () => {
  test('what fits has no problems', () => {
    expect(problemsOf({ workspaces: [hq, eu, india, lab] })).toEqual([])
  })

  test('is an Enterprise feature: other plans are refused', () => {
    expect(problemsOf({ plan: 'small', workspaces: [hq, eu] })).toEqual([['plan', 'plan']])
    expect(problemsOf({ plan: 'small', workspaces: [hq, eu], changes: [link('eu')] })).toEqual([
      ['plan', 'changes.0.on'],
    ])
  })

  test.each(['elevenlabs-2026-04', 'elevenlabs-2026-10'])('%s: Enterprise has it, no other plan', (id) => {
    const some = preset(id)
    for (const { id: plan } of some.plans) {
      const problems = problemsIn(some, { plan, workspaces: [hq, eu, india] })
      expect([plan, problems]).toEqual([plan, plan === 'enterprise' ? [] : [['plan', 'plan']]])
    }
  })

  test('a catalogue without it', () => {
    expect(problemsIn(workspaceOf({ id: 'enterprise' }), { workspaces: [hq, eu] })).toEqual([
      ['not_offered', 'workspaces'],
    ])
    expect(preset('dodo-elevenlabs').consolidation).toBeUndefined()
  })

  test('no billing workspace, or two', () => {
    expect(problemsOf({ workspaces: [eu, india] })).toEqual([['no_billing', 'workspaces']])
    expect(problemsOf({ workspaces: [hq, { ...lab, kind: 'billing' }] })).toEqual([
      ['two_billing', 'workspaces.1.kind'],
    ])
  })

  test('the billing workspace must be located in the US environment', () => {
    const workspaces = [
      { ...hq, environment: 'eu' },
      { ...eu, environment: 'us' },
    ]
    expect(problemsOf({ workspaces })).toEqual([['billing_environment', 'workspaces.0.environment']])
  })

  test('an environment there is not; two workspaces of one id', () => {
    expect(problemsOf({ workspaces: [hq, { ...eu, environment: 'moon' }, { ...lab, id: 'eu' }] })).toEqual([
      ['duplicate_id', 'workspaces.2.id'],
      ['unknown_environment', 'workspaces.1.environment'],
    ])
  })

  test('no different subscription tiers for different workspaces', () => {
    expect(
      problemsOf({ workspaces: [hq, { ...eu, plan: 'small' }, { ...india, plan: 'enterprise' }] }),
    ).toEqual([['other_plan', 'workspaces.1.plan']])
  })

  test('no credit limits for each workspace: all share the same pool', () => {
    const given: Given = {
      workspaces: [hq, { ...eu, creditLimit: '100' }],
      changes: [{ kind: 'setWorkspaceLimit', on: '2026-01-05', workspace: 'eu', limit: '5' }],
    }
    const refused = [
      ['no_limits', 'workspaces.1.creditLimit'],
      ['no_limits', 'changes.0.limit'],
    ]
    expect(problemsOf(given)).toEqual(refused)
    expect(problemsIn(preset('elevenlabs-2026-04'), given)).toEqual(refused)
  })

  test('where limits are, they are for reporting workspaces (October 2026)', () => {
    const some = preset('elevenlabs-2026-10')
    expect(problemsIn(some, { workspaces: [hq, { ...eu, creditLimit: '100' }] })).toEqual([])
    expect(problemsIn(some, { workspaces: [{ ...hq, creditLimit: '100' }, eu] })).toEqual([
      ['billing_limit', 'workspaces.0.creditLimit'],
    ])
  })

  test('a workspace that is not there, wherever it is named', () => {
    const given: Given = {
      workspaces: [hq, eu],
      members: [{ ...full('ann'), workspace: 'x' }],
      apiKeys: [{ id: 'web', workspace: 'x' }],
      changes: [
        { kind: 'inviteMember', on: '2026-01-05', member: { ...basic('bob'), workspace: 'x' } },
        link('x'),
        unlink('x'),
      ],
      ...streams(stream('x', '1')),
      usageEvents: [use(1, null, 'api', 1, { workspace: 'x' })],
    }
    const refused = [
      ['unknown', 'members.0.workspace'],
      ['unknown', 'apiKeys.0.workspace'],
      ['unknown', 'changes.0.member.workspace'],
      ['unknown', 'changes.1.workspace'],
      ['unknown', 'changes.2.workspace'],
      ['unknown', 'usage.streams.0.workspace'],
      ['unknown', 'usageEvents.0.workspace'],
    ]
    expect(problemsOf(given)).toEqual(refused)
    expect(problemsOf({ ...given, workspaces: [] })).toEqual(refused)
  })

  test('within the same region users cannot be members of multiple workspaces', () => {
    const ann = (id: string, workspace: string) => ({ ...basic(id), user: 'ann', workspace })
    const workspaces = [hq, lab, eu]
    expect(problemsOf({ workspaces, members: [ann('a', 'hq'), ann('b', 'eu'), ann('c', 'lab')] })).toEqual([
      ['member_twice', 'members.2.workspace'],
    ])
    expect(problemsOf({ workspaces, members: [basic('ann'), ann('b', 'lab')] })).toEqual([
      ['member_twice', 'members.1.workspace'],
    ])
  })

  test('a membership does not move to another workspace', () => {
    const invited = { ...basic('ann'), workspace: 'eu' }
    const changes = [{ kind: 'inviteMember' as const, on: '2026-01-05', member: invited }]
    expect(problemsOf({ workspaces: [hq, eu], members: [basic('ann')], changes })).toEqual([
      ['member_moved', 'changes.0.member.workspace'],
    ])
  })

  test('usage in another workspace than its member’s or key’s', () => {
    const given: Given = {
      workspaces: [hq, eu],
      members: [{ ...full('ann'), workspace: 'eu' }],
      apiKeys: [{ id: 'web', workspace: 'eu' }],
      ...streams(stream('hq', '1', { apiKey: 'web' })),
      usageEvents: [
        use(1, 'ann', 'api', 1, { workspace: 'hq' }),
        use(2, 'ann', 'api', 1, { workspace: 'eu' }),
      ],
    }
    expect(problemsOf(given)).toEqual([
      ['other_workspace', 'usage.streams.0.workspace'],
      ['other_workspace', 'usageEvents.0.workspace'],
    ])
  })

  test('the billing workspace linked or unlinked', () => {
    expect(problemsOf({ workspaces: [hq, eu], changes: [unlink('hq'), link('hq')] })).toEqual([
      ['unlink_billing', 'changes.0.workspace'],
      ['link_billing', 'changes.1.workspace'],
    ])
  })

  test('unlinking what is not linked; linking what was removed', () => {
    const twice = [unlink('eu'), unlink('eu', { on: '2026-01-11' }), link('eu')]
    expect(problemsOf({ workspaces: [hq, eu], changes: twice })).toEqual([
      ['not_linked', 'changes.1.workspace'],
      ['removed', 'changes.2.workspace'],
    ])
  })

  test('a new subscription that is not sold', () => {
    const afterwards = (terms: object) => unlink('eu', { afterwards: { kind: 'newSubscription', ...terms } })
    const problems = (terms: object) => problemsOf({ workspaces: [hq, eu], changes: [afterwards(terms)] })
    expect(problems({ plan: 'vast' })).toEqual([['plan.unknown', 'changes.0.afterwards.plan']])
    const terms = { plan: 'small', billing: 'annual', overage: { optIn: true }, extraSeats: 1 }
    expect(problems(terms)).toEqual([
      ['billing.not_offered', 'changes.0.afterwards.billing'],
      ['overage.not_sold', 'changes.0.afterwards.overage.optIn'],
      ['seats.not_sold', 'changes.0.afterwards.extraSeats'],
    ])
  })

  test('more members than seats, over all linked workspaces together', () => {
    const members = ['hq', 'eu', 'india'].map((workspace) => ({ ...full(workspace), workspace }))
    expect(problemsOf({ workspaces: [hq, eu, india], members })).toEqual([['seats.over_limit', 'members']])
    // one of them is not linked yet, and has seats elsewhere until then
    expect(problemsOf({ workspaces: [hq, eu, india], members, changes: [link('india')] })).toEqual([])
  })

  test('the same event in two workspaces', () => {
    const event = use(1, null, 'api', 1, { workspace: 'eu' })
    expect(problemsOf({ workspaces: [hq, eu], usageEvents: [event, { ...event, workspace: 'hq' }] })).toEqual(
      [['usage.conflicting_event', 'usageEvents.1.id']],
    )
  })

  test('everything at once', () => {
    const codes = problemsOf({
      plan: 'small',
      workspaces: [
        { ...hq, environment: 'eu' },
        { ...eu, plan: 'enterprise', creditLimit: '1' },
      ],
      members: [full('ann'), { ...full('b'), user: 'ann', workspace: 'eu' }],
      changes: [unlink('hq')],
    }).map(([code]) => code)
    expect(codes).toEqual([
      'billing_environment',
      'plan',
      'other_plan',
      'no_limits',
      'member_twice',
      'unlink_billing',
    ])
  })
})

describe('a catalogue', () => {
  test('whose consolidated billing names a plan or a source that it does not have is refused', () => {
    const terms = {
      billingEnvironment: 'us',
      environments: ['us'],
      plans: ['vast'],
      perWorkspaceLimits: true,
    }
    const some = { ...catalog, consolidation: { ...figure(terms), source: 'nobody' } }
    expect(checkCatalog(some).map(({ code, path }) => [code, path])).toEqual([
      ['catalog.unknown_reference', 'consolidation.value.plans'],
      ['catalog.unknown_source', 'consolidation.source'],
    ])
  })
})
