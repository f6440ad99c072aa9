import type { noServices } from '#main/api/no-services.ts'
import { type Cases, ID, NOT_AN_OBJECT, SCENARIO } from './case.ts'

/** A result that nobody opened. */
const JOB = { asker: 'the-window-that-asks', token: 'the-token-of-a-job' }

const RESULT = { id: '0'.repeat(64), account: null }
const WINDOW = { ...RESULT, offset: 0, limit: 500 }
const NO_RESULT = [
  ...NOT_AN_OBJECT,
  {},
  { ...RESULT, id: 'a-result' },
  { ...RESULT, id: '0'.repeat(65) },
  { ...RESULT, account: 7 },
]
const NO_WINDOW = [
  ...NO_RESULT,
  RESULT,
  { ...WINDOW, offset: -1 },
  { ...WINDOW, limit: 501 },
  { ...WINDOW, unknown: 1 },
]
const OF_MAIN_WINDOW = { id: RESULT.id, offset: 0, limit: 500 }
const OF_ALERTS: Cases<'results.alerts'> & Cases<'results.events'> = {
  good: [WINDOW, { ...WINDOW, severities: ['stop'], kinds: ['blocked'], subject: null }],
  bad: [...NO_WINDOW, { ...WINDOW, severities: ['loud'] }, { ...WINDOW, kinds: ['rain'] }],
}
const BY_WINDOW = { good: [WINDOW], bad: NO_WINDOW }

/** A scenario that need not have a result yet. */
const OPENING = {
  good: [
    { scenario: SCENARIO, document: null },
    { job: JOB, scenario: SCENARIO, document: null },
  ],
  bad: [
    ...NOT_AN_OBJECT,
    { scenario: SCENARIO },
    { scenario: SCENARIO, document: 'no id' },
    { job: { token: JOB.token }, scenario: SCENARIO, document: null },
    { scenario: { ...SCENARIO, usageEvents: { kept: -1 } }, document: ID },
    { scenario: { ...SCENARIO, usageEvents: [{ id: 'alone' }] }, document: null },
  ],
}

/** Inputs that fit what is asked of open results, and inputs that no result makes right. */
export const RESULT_CASES: {
  readonly [M in Extract<keyof typeof noServices, `results.${string}`>]: Cases<M>
} = {
  'results.open': OPENING,
  'results.cancel': {
    good: [{ token: JOB.token }],
    bad: [...NOT_AN_OBJECT, {}, { token: 'short' }, { token: `${JOB.token}!` }],
  },
  'results.ledger': {
    good: [
      WINDOW,
      {
        ...WINDOW,
        filter: {
          unit: 'money',
          account: 'money.tax',
          reference: 'grant 1',
          from: '2026-01-31',
          to: '2026-02-01',
        },
        groupBy: 'period',
      },
    ],
    bad: [
      ...NO_WINDOW,
      { ...WINDOW, filter: { unit: 'hours' } },
      { ...WINDOW, filter: { from: 'May' } },
      { ...WINDOW, groupBy: 'day' },
    ],
  },
  'results.invoices': BY_WINDOW,
  'results.invoice': { good: [{ ...RESULT, number: 'INV-0001' }], bad: [...NO_RESULT, RESULT] },
  'results.alerts': OF_ALERTS,
  'results.events': OF_ALERTS,
  'results.grants': BY_WINDOW,
  'results.usage': {
    good: [WINDOW, { ...WINDOW, period: 1, member: null }],
    bad: [...NO_WINDOW, { ...WINDOW, period: 0 }, { ...WINDOW, member: '' }],
  },
  'results.explain': {
    good: [{ ...RESULT, reference: { kind: 'balance', period: 1 } }],
    bad: [...NO_RESULT, RESULT, { ...RESULT, reference: { kind: 'balance', period: 0 } }],
  },
  'results.explainAnew': {
    good: [
      { ...RESULT, reference: { kind: 'share', dimensions: ['member', 'day'], values: ['Ann', null] } },
      { ...RESULT, reference: { kind: 'stop', member: 'Ann', period: 1, cause: null } },
      { ...RESULT, reference: { kind: 'variant', variant: { name: 'Twice' }, of: { kind: 'total' } } },
    ],
    bad: [
      ...NO_RESULT,
      RESULT,
      { ...RESULT, reference: { kind: 'balance', period: 1 } },
      { ...RESULT, reference: { kind: 'share', dimensions: ['day'], values: [] } },
    ],
  },
  'results.attribution': {
    good: [{ ...RESULT, dimensions: ['day', 'model'] }],
    bad: [...NO_RESULT, RESULT, { ...RESULT, dimensions: ['day', 'day'] }],
  },
  'results.workspaceView': {
    good: [{ ...RESULT, workspace: 'hq' }],
    bad: [...NO_RESULT, RESULT, { ...RESULT, workspace: '' }],
  },
  'results.table': {
    good: [
      { ...RESULT, table: { kind: 'ledger', filter: { unit: 'money' } }, offset: 0 },
      { ...RESULT, table: { kind: 'alerts', filter: { subject: null } }, offset: 5000 },
      { ...RESULT, table: { kind: 'members' }, offset: 0 },
    ],
    bad: [
      ...NO_RESULT,
      RESULT,
      { ...RESULT, table: { kind: 'periods' }, offset: 0 },
      { ...RESULT, table: { kind: 'ledger', filter: { unit: 'hours' } }, offset: 0 },
      { ...RESULT, table: { kind: 'invoices' }, offset: -1 },
    ],
  },
  'results.layers': {
    good: [
      { ...RESULT, resolution: 'month' },
      { ...RESULT, resolution: 'day', from: '2026-01-31', to: '2026-02-28' },
    ],
    bad: [
      ...NO_RESULT,
      RESULT,
      { ...RESULT, resolution: 'hour' },
      { ...RESULT, resolution: 'day', from: 'May' },
    ],
  },
  'results.costs': {
    good: [
      { ...RESULT, by: 'period' },
      { ...RESULT, by: 'calendarMonth' },
    ],
    bad: [...NO_RESULT, RESULT, { ...RESULT, by: 'year' }],
  },
  'results.seats': {
    good: [OF_MAIN_WINDOW],
    bad: [
      ...NOT_AN_OBJECT,
      {},
      { ...OF_MAIN_WINDOW, id: 'a-result' },
      { ...OF_MAIN_WINDOW, limit: 501 },
      WINDOW,
    ],
  },
  'results.fullSeats': {
    good: [
      { id: RESULT.id, members: ['Ann'] },
      { id: RESULT.id, members: ['Ann'], from: '2026-02-01' },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      {},
      { id: RESULT.id },
      { id: RESULT.id, members: [] },
      { id: RESULT.id, members: ['Ann'], from: 'May' },
    ],
  },
  'results.apart': {
    good: [{ id: RESULT.id }, { id: RESULT.id, plans: { eu: 'pro' } }],
    bad: [...NOT_AN_OBJECT, {}, { id: RESULT.id, plans: { eu: 7 } }],
  },
  'results.onEveryPlan': OPENING,
  'results.whatToBuy': OPENING,
  'results.variants': {
    good: [
      { id: RESULT.id, variants: [{ name: 'As it is' }] },
      { id: RESULT.id, variants: [{ name: 'Pro', plan: 'pro' }], baseline: 0 },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      {},
      { id: RESULT.id, variants: [] },
      { id: RESULT.id, variants: [{ plan: 'pro' }] },
      { id: RESULT.id, variants: [{ name: 'Pro' }], baseline: -1 },
      { id: RESULT.id, variants: [{ name: 'Pro' }], scenario: SCENARIO },
    ],
  },
  'results.bothFailures': { good: [{ id: RESULT.id }], bad: [...NOT_AN_OBJECT, {}, RESULT] },
  'results.bestUpgrades': {
    good: [
      { id: RESULT.id, plans: ['pro'] },
      { id: RESULT.id, plans: ['pro', 'scale'], mostDays: 120 },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      {},
      { id: RESULT.id, plans: [] },
      { id: RESULT.id, plans: ['pro', 'pro'] },
      { id: RESULT.id, plans: ['pro'], mostDays: 29 },
    ],
  },
}
