import { describe, expect, it } from 'vitest'
import { inputDifferences } from '#renderer/finding/scenario-differences.ts'
import { content } from './support/scenarios.ts'

type Scenario = Parameters<typeof inputDifferences>[0]

const differs = (left: Partial<Scenario>, right: Partial<Scenario>) =>
  inputDifferences(content(left).scenario, content(right).scenario).map((row) => [
    row.field,
    row.left,
    row.right,
  ])

const member = (id: string) => ({ id, role: 'member' as const, seat: 'basic' as const, locked: false })

const WORKING = { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 0, sun: 0 }

describe('what differs in the inputs of two scenarios', () => {
  it('is nothing where only names and expectations do', () => {
    expect(differs({ name: 'One', expect: { totals: {} } }, { name: 'Other' })).toEqual([])
  })

  it.each<[string, Partial<Scenario>, Partial<Scenario>, readonly string[]]>([
    ['a plan', { plan: 'creator' }, { plan: 'pro' }, ['Plan', 'creator', 'pro']],
    ['billing', { billing: 'monthly' }, { billing: 'annual' }, ['Billed', 'monthly', 'annually']],
    ['the start', { start: '2026-05-01' }, { start: '2026-06-01' }, ['Start', '1 May 2026', '1 Jun 2026']],
    ['the length', { months: 1 }, { months: 12 }, ['Length', '1 month', '12 months']],
    [
      'overage and its limit',
      { overage: { optIn: false } },
      { overage: { optIn: true, spendLimit: '50' } },
      ['Overage', 'off', 'on, up to 50 a month'],
    ],
    [
      'usage by its pattern',
      { usage: { kind: 'pattern', monthly: '400000', pattern: { kind: 'flat' } } },
      { usage: { kind: 'series', credits: ['1000', '2000'] } },
      ['Usage', '400,000 credits a month, the same usage every month', '2 months written out: 1,000, 2,000'],
    ],
    [
      'usage by its weekdays',
      {
        usage: {
          kind: 'pattern',
          monthly: '1',
          pattern: { kind: 'growth', percent: '-8' },
          weekdays: WORKING,
        },
      },
      { usage: { kind: 'series', credits: ['5'], weekdays: WORKING } },
      [
        'Usage',
        '1 credit a month, usage falls 8 % a month, Mon–Fri 1, Sat–Sun 0',
        '1 month written out: 5, Mon–Fri 1, Sat–Sun 0',
      ],
    ],
    [
      'policies that the other does not have so',
      { policies: { burnOrder: 'oldestFirst', freeUnits: 'amount' } },
      { policies: { freeUnits: 'amount' } },
      ['Policies', 'burnOrder: oldestFirst', 'as the catalogue has them'],
    ],
    [
      'dated changes by what they do and when',
      { changes: [] },
      { changes: [{ kind: 'cancel', on: '2026-06-10T12:00:00Z' }] },
      ['Dated changes', '0 changes', '1 change: cancel on 10 Jun 2026'],
    ],
    [
      'members by name, those that are alike left out',
      { members: [member('Ana'), member('Sam')] },
      { members: [member('Ana'), { ...member('Sam'), locked: true }, member('Noor')] },
      ['Members', '2 members: Sam', '3 members: Sam and Noor'],
    ],
    [
      'many members by the first',
      { members: [] },
      { members: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(member) },
      ['Members', '0 members', '7 members: A, B, C, D, E and 2 others'],
    ],
    ['usage events', {}, { usageEvents: { kept: 3 } }, ['Usage events', '0 events', '3 events']],
  ])('is %s', (_what, left, right, row) => expect(differs(left, right)).toEqual([row]))
})
