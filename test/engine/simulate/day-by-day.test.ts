import { expect, test } from 'vitest'
import { billPeople, servedRows, use, workspaceOf } from '../support/people.ts'

/*
 * Two streams share a pool. January has 31 days, so 3,100 a month are 100 a day of each.
 */

const stream = (id: string, product: string) => ({ id, product, model: 'Standard', monthly: '3100' })
const usage = { kind: 'streams' as const, streams: [stream('a', 'create'), stream('b', 'api')] }

test('several streams are taken day by day, each day in their order', () => {
  // 200 a day: 250 are all of the first day and half of what the first stream wants on the second.
  expect(servedRows(billPeople(workspaceOf({ credits: '250' }), { usage }))).toEqual([
    [null, 'create', 150, { poolEmpty: 2950 }],
    [null, 'api', 100, { poolEmpty: 3000 }],
  ])
})

test('a day that an event cuts ends when it would have', () => {
  // On the first, 50 of each until noon, an event of 10, 50 of each; 50 are left for the second day, and the first stream.
  const usageEvents = [use(1, null, 'agents', 10)]
  expect(servedRows(billPeople(workspaceOf({ credits: '260' }), { usage, usageEvents }))).toEqual([
    [null, 'create', 150, { poolEmpty: 2950 }],
    [null, 'api', 100, { poolEmpty: 3000 }],
    [null, 'agents', 10, {}],
  ])
})
