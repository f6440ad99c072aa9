import { expect, test } from 'vitest'
import { attributedCosts } from '#main/engine/index.ts'
import { OPTED_IN, valueOf } from '../support/build.ts'
import { basic, full, peopleOf, preset, use, workspaceOf } from '../support/people.ts'

const april = preset('elevenlabs-2026-04')
const creator = (more: object) => peopleOf(april, { plan: 'creator', months: 1, ...OPTED_IN, ...more })

/** 1,000 credits a month for $10.00. */
const workspace = workspaceOf()

/** Ann uses 200,000 and Bob, on a Basic seat, the 10,000 of his ceiling: $22.00, and 110,000 beyond the quota at $0.30 per 1,000. */
const scenario = creator({
  members: [full('ann'), basic('bob')],
  usage: {
    kind: 'streams',
    streams: ['ann', 'bob'].map((member) => ({
      id: member,
      member,
      product: 'text-to-speech',
      model: 'Multilingual v2',
      monthly: '200000',
    })),
  },
})

test('all shares together come to what was invoiced, and to the credits that were served', () => {
  const { shares, total } = valueOf(attributedCosts(april, scenario, ['member']))
  expect(shares.map(({ values }) => values)).toEqual([['ann'], ['bob']])
  expect(total).toEqual({ requests: 0, credits: '210000', overageCredits: '110000', cost: '55.00' })
})

test('requests are counted where usage is of events', () => {
  const events = [1, 2, 3].map((day) => use(day, 'ann', 'create', 100))
  const used = peopleOf(workspace, { members: [full('ann')], usageEvents: events })
  const { total } = valueOf(attributedCosts(workspace, used, ['day']))
  expect(total).toEqual({ requests: 3, credits: '300', overageCredits: '0', cost: '10.00' })
})
