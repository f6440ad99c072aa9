import { describe, expect, it, vi } from 'vitest'
import { createApi, createRouter } from '#main/api/router.ts'
import type { Handlers } from '#main/api/handlers.ts'
import { noServices } from '#main/api/no-services.ts'
import { refuse, succeed } from '#shared/problem.ts'
import { STORED_CASES } from './cases.ts'

const GOOD_INPUTS: Readonly<Record<string, readonly unknown[]>> = Object.fromEntries(
  Object.entries(STORED_CASES).map(([method, { good }]) => [method, good]),
)

const unused = () => refuse({ code: 'test.unused', message: 'Not called in these tests.', path: '' })

const handlers: Handlers = {
  ...noServices,
  'app.info': () =>
    succeed({ version: '1', engineVersion: '2', host: 'test', hasDialogs: false, runtime: {} }),
  'catalogs.list': () => {
    throw new Error('secret detail of a defect')
  },
  'catalogs.get': () => Promise.reject(new Error('secret detail of a defect')),
  'analysis.compare': unused,
  'analysis.compareMany': unused,
  'analysis.explainCompared': unused,
  'analysis.curves': unused,
  'analysis.crossovers': unused,
  'analysis.envelope': unused,
  'analysis.variants': unused,
  'analysis.bothFailures': unused,
  'analysis.bestUpgrade': unused,
  'analysis.bestUpgrades': unused,
  'analysis.attribution': unused,
  'analysis.customerPage': unused,
  'analysis.difference': unused,
  'scenarios.explain': unused,
  'scenarios.events': unused,
  'scenarios.card': unused,
  'scenarios.run': unused,
  'scenarios.monthlyUsage': unused,
  'scenarios.usageByMonth': unused,
  'scenarios.burned': unused,
  'scenarios.moveWork': unused,
  'scenarios.shareOut': unused,
  'scenarios.namedUsage': unused,
  'scenarios.seats': unused,
  'export.workbook': unused,
  'documents.validate': unused,
  'documents.schema': unused,
}

describe('the router', () => {
  it.each([
    ['catalogs.list', {}],
    ['catalogs.get', { id: 'x' }],
  ])('turns a defect in %s into a problem without its details, and reports it', async (method, input) => {
    const onDefect = vi.fn<(error: unknown) => void>()
    const answer = await createRouter(handlers, onDefect)(method, input)
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'internal.error', path: '' }] })
    expect(JSON.stringify(answer)).not.toContain('secret')
    expect(onDefect.mock.calls).toEqual([[new Error('secret detail of a defect')]])
  })

  it('calls no handler with input that does not parse', async () => {
    const router = createRouter(handlers, (error) => expect.unreachable(String(error)))
    expect(await router('catalogs.get', { id: 5 })).toMatchObject({ ok: false, problems: [{ path: 'id' }] })
  })

  it('passes a refusal on as it is', async () => {
    const router = createRouter(handlers, () => undefined)
    expect(await router('documents.schema', { name: 'result' })).toEqual(unused())
  })
})

describe('the application', () => {
  it('throws a defect that nobody asked to be told of, and writes it nowhere itself', async () => {
    const thrown = vi.spyOn(globalThis, 'queueMicrotask').mockReturnValue(undefined)
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const input = {
      get id(): string {
        throw new Error('a defect')
      },
    }
    const answer = await createApi({ host: 'test' })('catalogs.get', input)
    const [later] = thrown.mock.calls.flat()
    const isWritten = written.mock.calls.length > 0
    vi.restoreAllMocks()
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'internal.error' }] })
    expect(() => later?.()).toThrow('a defect')
    expect(isWritten).toBe(false)
  })

  it('names its host, versions and what it runs on', async () => {
    expect(await createApi({ host: 'cli' })('app.info', {})).toEqual({
      ok: true,
      value: {
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        engineVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
        host: 'cli',
        hasDialogs: false,
        runtime: { node: process.versions.node, sqlite: process.versions.sqlite },
      },
    })
  })

  it.each(Object.keys(noServices))('refuses %s in plain words on a host without services', async (method) => {
    const [input] = GOOD_INPUTS[method] ?? [{}]
    expect(await createApi({ host: 'cli' })(method, input)).toMatchObject({
      ok: false,
      problems: [{ code: 'host.no_store', message: expect.stringContaining('application') }],
    })
  })
})
