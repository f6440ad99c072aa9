import { expect, test } from 'vitest'
import { alertWindow, lookIntoAlerts } from '#main/engine/index.ts'
import type { AlertFilter } from '#shared/open-result.ts'
import type { Alert } from '#shared/alert.ts'

const alert = (kind: Alert['kind'], severity: Alert['severity'], subject: string | null): Alert => ({
  kind,
  severity,
  at: '2026-01-05T00:00:00.000Z',
  credits: '1',
  subject,
  message: 'Told.',
})

const alerts = [
  alert('lowBalance', 'warning', null),
  alert('ceilingReached', 'stop', 'ann'),
  alert('depleted', 'warning', null),
  alert('blocked', 'stop', null),
  alert('ceilingReached', 'stop', 'bob'),
]

const ALL = { offset: 0, limit: 500 }
type Asked = AlertFilter & Partial<typeof ALL>

const windowOf = (asked: Asked) => alertWindow(lookIntoAlerts({ alerts }, asked), { ...ALL, ...asked })
const numbersOf = (asked: Asked) => windowOf(asked).rows.map(({ number }) => number)

test('an alert keeps its number whatever else is asked for', () => {
  expect(numbersOf({})).toEqual([1, 2, 3, 4, 5])
  expect(numbersOf({ offset: 1, limit: 2 })).toEqual([2, 3])
  expect(numbersOf({ severities: ['stop'] })).toEqual([2, 4, 5])
  expect(numbersOf({ severities: ['stop'], offset: 1 })).toEqual([4, 5])
  expect(numbersOf({ kinds: ['depleted', 'blocked'] })).toEqual([3, 4])
  expect(numbersOf({ severities: ['stop'], kinds: ['depleted', 'blocked'] })).toEqual([4])
})

test('the whole account is a subject of its own', () => {
  expect(numbersOf({ subject: null })).toEqual([1, 3, 4])
  expect(numbersOf({ subject: 'bob' })).toEqual([5])
  expect(numbersOf({ subject: 'cem' })).toEqual([])
})

test('nothing is as wanted where no severity is', () => {
  expect(numbersOf({ severities: [] })).toEqual([])
})

test('counts say what another severity or kind would bring', () => {
  const { total, bySeverity, byKind } = windowOf({
    limit: 0,
    severities: ['stop'],
    kinds: ['depleted', 'blocked'],
  })
  expect(total).toBe(1)
  // Of what is depleted or blocked, each severity.
  expect(bySeverity).toEqual([
    { severity: 'warning', count: 1 },
    { severity: 'stop', count: 1 },
  ])
  // Of what stops, each kind.
  expect(byKind).toEqual([
    { kind: 'ceilingReached', count: 2 },
    { kind: 'blocked', count: 1 },
  ])
})

test('counts are of the subject that is asked for', () => {
  expect(windowOf({ subject: 'ann' })).toMatchObject({
    total: 1,
    bySeverity: [{ severity: 'stop', count: 1 }],
    byKind: [{ kind: 'ceilingReached', count: 1 }],
  })
})
