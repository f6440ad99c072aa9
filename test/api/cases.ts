import { presets } from '#main/catalogs/index.ts'
import type { noServices } from '#main/api/no-services.ts'
import type { Input, Method } from '#shared/api.ts'
import { bytesOf } from '../fakes/bytes-of.ts'
import { CUSTOMER_PAGE_CASES, STORED_PAGE_CASES } from './customer-page-cases.ts'
import { type Cases, ID, NO_INPUT, NOT_AN_OBJECT, SCENARIO, WRITTEN_OUT } from './case.ts'
import { COMPARE_MANY_CASES, EXPLAIN_COMPARED_CASES } from './compare-cases.ts'
import { RESULT_CASES } from './result-cases.ts'

export { SCENARIO, WRITTEN_OUT } from './case.ts'

const UNKNOWN_CATALOG = { catalog: 'elevenlabs-1999-01' }
const BAD_CATALOG = { catalog: { ...WRITTEN_OUT, plans: [] } }

const BAD_SCENARIO = { ...SCENARIO, plan: 'no-such-plan' }

/** Methods that a host answers with what it lends to the API. */
type Served = keyof typeof noServices

const STREAM = {
  kind: 'streams' as const,
  streams: [{ id: 'reading', product: 'text-to-speech', model: 'Eleven v3', monthly: '1000' }],
}

const WORK = { product: 'text-to-speech', model: 'Eleven v3', quantity: '1000' }
const SHARED = { usage: STREAM, among: 'members' as const }
const NAMED = { usage: STREAM, product: WORK.product, model: WORK.model, before: '0' }
const MOVE = { product: 'text-to-speech', from: 'Eleven v3', to: 'Flash v2', share: '30' }

/** Inputs of every method: a method that is new in the map does not compile until it is here. */

export const CASES: { readonly [M in Exclude<Method, Served>]: Cases<M> } = {
  // What runs is another on each host.
  'app.info': { good: [], bad: [...NOT_AN_OBJECT, { unknown: 1 }] },
  'catalogs.list': { good: [{}], bad: [...NOT_AN_OBJECT, { unknown: 1 }] },
  'catalogs.get': {
    good: presets.map(({ id }) => ({ id })),
    bad: [...NOT_AN_OBJECT, {}, { id: 1 }, { id: 'no-such' }, { id: '__proto__' }],
  },
  'analysis.compare': {
    good: [
      { catalog: 'elevenlabs-2026-04', usage: '400000', months: 1 },
      { catalog: 'dodo-elevenlabs', usage: '0' },
      {
        catalog: WRITTEN_OUT,
        usage: '123456.789',
        focus: 'pro',
        pattern: { kind: 'seasonal', amplitude: '40', peakMonth: 11 },
        billing: 'annual',
        offers: true,
      },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      { catalog: 'dodo-elevenlabs' },
      { catalog: 'dodo-elevenlabs', usage: 1 },
      { catalog: 'dodo-elevenlabs', usage: '-1' },
      { catalog: 'dodo-elevenlabs', usage: '1', months: 0 },
      { catalog: 'dodo-elevenlabs', usage: '1', focus: 'no-such-plan' },
      { ...UNKNOWN_CATALOG, usage: '1' },
      { ...BAD_CATALOG, usage: '1' },
    ],
  },
  'analysis.compareMany': COMPARE_MANY_CASES,
  'analysis.explainCompared': EXPLAIN_COMPARED_CASES,
  'analysis.curves': {
    good: [
      { catalog: 'elevenlabs-2026-04', upTo: '2000000', months: 1 },
      { catalog: WRITTEN_OUT, upTo: '600000', overage: false },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      { catalog: 'dodo-elevenlabs', upTo: 'many' },
      { ...UNKNOWN_CATALOG, upTo: '1000' },
      { ...BAD_CATALOG, upTo: '1000' },
    ],
  },
  'analysis.crossovers': {
    good: [
      ...presets.map(({ id }) => ({ catalog: id })),
      { catalog: 'elevenlabs-2026-04', pairs: 'all' },
      { catalog: WRITTEN_OUT },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      {},
      { catalog: 1 },
      { catalog: '' },
      { catalog: 'elevenlabs-2026-04', pairs: 'some' },
      UNKNOWN_CATALOG,
      BAD_CATALOG,
    ],
  },
  'analysis.envelope': {
    good: [...presets.map(({ id }) => ({ catalog: id })), { catalog: WRITTEN_OUT }],
    bad: [...NOT_AN_OBJECT, {}, { catalog: '' }, UNKNOWN_CATALOG, BAD_CATALOG],
  },
  'analysis.variants': {
    good: [
      {
        scenario: SCENARIO,
        variants: [{ name: 'stay' }, { name: 'up', plan: 'pro' }, { name: 'no', plan: 'free' }],
      },
      {
        scenario: SCENARIO,
        variants: [
          { name: 'October', catalog: 'elevenlabs-2026-10', usageFactor: '1.08' },
          { name: 'own', catalog: WRITTEN_OUT, addedChanges: [], seats: [], modelMix: [], grants: [] },
          { name: 'nowhere', catalog: 'nowhere', customTerms: {}, offers: true },
        ],
        baseline: 'own',
      },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      { scenario: SCENARIO, variants: [] },
      { scenario: SCENARIO, variants: [{ name: 'stay' }], baseline: 'leave' },
      { scenario: SCENARIO, variants: [{ name: 'stay' }], baseline: 1 },
      { scenario: SCENARIO, variants: [{ name: 'stay' }], baseline: -1 },
      { scenario: SCENARIO, variants: [{ name: 'less', usageFactor: '-1' }] },
    ],
  },
  'analysis.bothFailures': {
    good: [{ scenario: SCENARIO }, { scenario: { ...SCENARIO, catalog: WRITTEN_OUT } }],
    bad: [...NOT_AN_OBJECT, {}, { scenario: { ...SCENARIO, ...BAD_CATALOG } }],
  },
  'analysis.bestUpgrade': {
    good: [{ scenario: SCENARIO, plan: 'pro' }],
    bad: [
      ...NOT_AN_OBJECT,
      { scenario: SCENARIO },
      { scenario: SCENARIO, plan: 'no-such-plan' },
      { scenario: SCENARIO, plan: 'pro', mostDays: 0 },
    ],
  },
  'analysis.bestUpgrades': {
    good: [
      { scenario: SCENARIO, plans: ['pro', 'no-such-plan'] },
      { scenario: SCENARIO, plans: ['scale'], mostDays: 30 },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      { scenario: SCENARIO },
      { scenario: SCENARIO, plans: [] },
      { scenario: SCENARIO, plans: ['pro', 'pro'] },
      { scenario: SCENARIO, plans: ['pro'], mostDays: 29 },
      { scenario: { ...SCENARIO, ...BAD_CATALOG }, plans: ['pro'] },
    ],
  },
  'analysis.attribution': {
    good: [
      { scenario: SCENARIO, dimensions: ['day'] },
      { scenario: SCENARIO, dimensions: ['model', 'day', 'workspace'] },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      { scenario: SCENARIO, dimensions: ['colour'] },
      { scenario: SCENARIO, dimensions: [] },
      { scenario: SCENARIO, dimensions: ['day', 'day'] },
      { scenario: BAD_SCENARIO, dimensions: ['day'] },
    ],
  },
  'scenarios.explain': {
    good: [
      { scenario: SCENARIO, reference: { kind: 'line', invoice: '0002', line: 1 } },
      { scenario: SCENARIO, reference: { kind: 'balance', period: 2 } },
      { scenario: SCENARIO, reference: { kind: 'entry', entry: 1 } },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      { scenario: SCENARIO, reference: { kind: 'balance', period: 3 } },
      { scenario: SCENARIO, reference: { kind: 'line', invoice: '9999', line: 1 } },
      { scenario: BAD_SCENARIO, reference: { kind: 'balance', period: 1 } },
    ],
  },
  'scenarios.events': {
    good: [SCENARIO, { ...SCENARIO, overage: { optIn: false } }],
    bad: [...NOT_AN_OBJECT, {}, BAD_SCENARIO, { ...SCENARIO, ...UNKNOWN_CATALOG }],
  },
  'analysis.customerPage': CUSTOMER_PAGE_CASES,
  'analysis.difference': {
    good: [
      { left: SCENARIO, right: { ...SCENARIO, plan: 'pro' } },
      // Either may be one that cannot be billed: that is told of it.
      { left: BAD_SCENARIO, right: { ...SCENARIO, ...UNKNOWN_CATALOG } },
    ],
    bad: [...NOT_AN_OBJECT, {}, { left: SCENARIO }, { left: SCENARIO, right: { ...SCENARIO, months: 0 } }],
  },
  'scenarios.card': {
    good: [SCENARIO, { ...SCENARIO, catalog: WRITTEN_OUT, overage: { optIn: false } }],
    bad: [
      ...NOT_AN_OBJECT,
      {},
      BAD_SCENARIO,
      { ...SCENARIO, ...UNKNOWN_CATALOG },
      { ...SCENARIO, ...BAD_CATALOG },
    ],
  },
  'scenarios.run': {
    good: [
      SCENARIO,
      { ...SCENARIO, catalog: WRITTEN_OUT, policies: { burnOrder: 'soonestExpiry' }, offers: true },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      {},
      { ...SCENARIO, plan: 'no-such-plan' },
      { ...SCENARIO, start: '2026-02-30' },
      { ...SCENARIO, unknown: 1 },
      { ...SCENARIO, ...UNKNOWN_CATALOG },
      { ...SCENARIO, ...BAD_CATALOG },
    ],
  },
  'scenarios.monthlyUsage': {
    good: [SCENARIO, { ...SCENARIO, catalog: WRITTEN_OUT }],
    // only what streams come to depends on the plan
    bad: [...NOT_AN_OBJECT, {}, { ...BAD_SCENARIO, usage: STREAM }, { ...SCENARIO, ...BAD_CATALOG }],
  },
  'scenarios.usageByMonth': {
    good: [SCENARIO, { ...SCENARIO, catalog: WRITTEN_OUT, usage: STREAM }, { ...BAD_SCENARIO, months: 120 }],
    bad: [...NOT_AN_OBJECT, {}, { ...BAD_SCENARIO, usage: STREAM }],
  },
  'scenarios.burned': {
    good: [
      { catalog: 'elevenlabs-2026-04', plan: 'creator', work: [] },
      { catalog: WRITTEN_OUT, plan: 'creator', work: [WORK, { ...WORK, model: 'no such' }] },
    ],
    bad: [
      ...NOT_AN_OBJECT,
      {},
      { ...UNKNOWN_CATALOG, plan: 'creator', work: [] },
      { ...BAD_CATALOG, plan: 'creator', work: [] },
      { catalog: WRITTEN_OUT, plan: 'creator', work: [{ ...WORK, quantity: '-1' }] },
    ],
  },
  'scenarios.moveWork': {
    good: [{ usage: STREAM, move: MOVE }],
    bad: [
      ...NOT_AN_OBJECT,
      { usage: STREAM, move: { ...MOVE, share: '101' } },
      { usage: STREAM, move: { ...MOVE, from: 'Flash v2' } },
      { usage: SCENARIO.usage, move: MOVE },
    ],
  },
  'scenarios.shareOut': {
    good: [{ ...SHARED, shares: [{ id: 'ann', parts: 1 }] }],
    bad: [...NOT_AN_OBJECT, { ...SHARED, shares: [] }, { ...SHARED, shares: [{ id: 'ann', parts: 0.5 }] }],
  },
  'scenarios.namedUsage': {
    good: [{ ...NAMED, after: '10' }],
    bad: [...NOT_AN_OBJECT, { ...NAMED, after: '-1' }],
  },
  'scenarios.seats': {
    good: [SCENARIO, { ...SCENARIO, catalog: WRITTEN_OUT }],
    bad: [...NOT_AN_OBJECT, {}, BAD_SCENARIO, { ...SCENARIO, ...BAD_CATALOG }],
  },
  'export.workbook': {
    good: [{ scenario: SCENARIO }],
    bad: [...NOT_AN_OBJECT, {}, { scenario: {} }, { scenario: BAD_SCENARIO }],
  },
  'documents.validate': {
    good: [
      { document: WRITTEN_OUT },
      { document: SCENARIO },
      { document: { ...SCENARIO, plan: 'no-such-plan', months: 0 } },
      { document: 7 },
    ],
    bad: [...NOT_AN_OBJECT, { document: SCENARIO, unknown: 1 }],
  },
  'documents.schema': {
    good: [{ name: 'scenario' }, { name: 'catalog' }, { name: 'result' }],
    bad: [...NOT_AN_OBJECT, {}, { name: 'other' }],
  },
}

const NO_ID = [{}, { id: 7 }, { id: 'no-uuid' }]
const BY_ID = { good: [{ id: ID }], bad: [...NOT_AN_OBJECT, ...NO_ID, { id: ID, unknown: 1 }] }
const BY_REVISION = {
  good: [{ id: ID, revision: 1 }],
  bad: [...NOT_AN_OBJECT, ...NO_ID, { id: ID, revision: 0 }, { id: ID, revision: 1.5 }],
}
const IN_A_SCOPE = {
  good: [{ scope: 'library' }, { scope: ID }],
  bad: [...NOT_AN_OBJECT, {}, { scope: 'everything' }],
}
const BY_TEXT_ID = { good: [{ id: 'a-connection' }], bad: [...NOT_AN_OBJECT, {}, { id: '' }] }
const DOCUMENT: Input<'library.create'>['document'] = { kind: 'scenario', content: { scenario: SCENARIO } }

/** Inputs that fit, and inputs that no state of a store makes right. */
export const STORED_CASES: { readonly [M in Served]: Cases<M> } = {
  'library.list': {
    good: [{ kind: 'scenario' }, { kind: 'company', deleted: true, search: '100 % _', limit: 1, offset: 5 }],
    bad: [...NOT_AN_OBJECT, {}, { kind: 'poem' }, { kind: 'scenario', limit: 0 }],
  },
  'library.get': BY_ID,
  'library.create': {
    good: [{ name: 'Two months', document: DOCUMENT }],
    bad: [
      ...NOT_AN_OBJECT,
      { name: ' ', document: DOCUMENT },
      { name: 'No content', document: { kind: 'scenario' } },
      { name: 'Wrong kind', document: { ...DOCUMENT, kind: 'company' } },
    ],
  },
  'library.edit': {
    good: [{ id: ID, base: 1, label: 'Change usage', document: DOCUMENT }],
    bad: [...NOT_AN_OBJECT, { id: ID, base: 0, label: 'x', document: DOCUMENT }],
  },
  'library.rename': { good: [{ id: ID, name: 'May' }], bad: [...NOT_AN_OBJECT, { id: ID, name: '' }] },
  'library.branch': BY_ID,
  'library.tags': NO_INPUT,
  'library.duplicate': BY_ID,
  'library.delete': BY_ID,
  'library.restore': BY_ID,
  'library.revisions': BY_ID,
  'library.revision': BY_REVISION,
  'library.revert': BY_REVISION,
  'library.nameVersion': {
    good: [{ id: ID, revision: 1, name: 'As quoted' }],
    bad: [...NOT_AN_OBJECT, { id: ID, revision: 1 }],
  },
  'history.state': IN_A_SCOPE,
  'history.undo': IN_A_SCOPE,
  'history.redo': IN_A_SCOPE,
  'stored.card': BY_REVISION,
  'stored.customerPage': STORED_PAGE_CASES,
  'stored.difference': {
    good: [{ left: { id: ID, revision: 1 }, right: { id: ID, revision: 2 } }],
    bad: [...NOT_AN_OBJECT, {}, { left: { id: ID, revision: 1 } }, { left: { id: 7 }, right: { id: ID } }],
  },
  'examples.list': NO_INPUT,
  'examples.open': {
    good: [{ id: 'rollover-trap' }],
    bad: [...NOT_AN_OBJECT, {}, { id: 7 }],
  },
  'bundles.export': BY_ID,
  'bundles.import': {
    good: [{ file: bytesOf('{}') }],
    bad: [...NOT_AN_OBJECT, {}, { file: '{}' }, { file: bytesOf('{}'), onExisting: 'overwrite' }],
  },
  'export.storedWorkbook': BY_ID,
  'files.saveBundle': BY_ID,
  'files.openBundle': NO_INPUT,
  'files.save': {
    good: [{ name: 'Cost by usage', kind: 'csv', file: bytesOf('a') }],
    bad: [
      ...NOT_AN_OBJECT,
      { name: '', kind: 'csv', file: bytesOf('a') },
      { name: 'May', kind: 'exe', file: bytesOf('a') },
      { name: 'May', kind: 'csv', file: 'a' },
    ],
  },
  'files.printPdf': { good: [{ name: 'Two months' }], bad: [...NOT_AN_OBJECT, {}, { name: '' }] },
  'files.showStore': NO_INPUT,
  'settings.get': NO_INPUT,
  'settings.change': {
    good: [{}, { theme: 'dark', lastScenario: null }],
    bad: [...NOT_AN_OBJECT, { theme: 'pink' }, { unknown: 1 }, { recentFiles: [] }, { lastFolder: null }],
  },
  'store.info': NO_INPUT,
  'store.backup': NO_INPUT,
  'store.restore': { good: [{ name: 'no-such-backup' }], bad: [...NOT_AN_OBJECT, {}] },
  'store.check': NO_INPUT,
  'runs.start': {
    good: [{ method: 'scenarios.run', input: SCENARIO }],
    bad: [...NOT_AN_OBJECT, {}, { method: 'app.info', input: {} }],
  },
  'runs.list': NO_INPUT,
  'runs.cancel': { good: [{ id: 'a-run' }], bad: [...NOT_AN_OBJECT, {}] },
  'runs.result': { good: [{ id: 'a-run' }], bad: [...NOT_AN_OBJECT, {}] },
  ...RESULT_CASES,
  'secrets.protection': NO_INPUT,
  'secrets.state': BY_TEXT_ID,
  'secrets.set': {
    good: [{ id: 'a-connection', secret: 'sk-123' }],
    bad: [
      ...NOT_AN_OBJECT,
      { id: 'a-connection' },
      { id: 'a-connection', secret: '' },
      { id: 'a-connection', secret: 'sk-12' },
    ],
  },
  'secrets.clear': BY_TEXT_ID,
  'window.begin': {
    good: [{ scenario: null }, { scenario: ID }, { scenario: 'no id at all' }],
    bad: [...NOT_AN_OBJECT, {}, { scenario: 1 }, { scenario: 'x'.repeat(201) }],
  },
}
