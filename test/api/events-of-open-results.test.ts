import { describe, expect, it, vi } from 'vitest'
import { answerOpen } from '#main/api/open-results.ts'
import { succeed } from '#shared/problem.ts'
import type { UsageEvent } from '#shared/usage.ts'
import { problemOf, scenarioUsing, valueOf } from '../store/support.ts'
import { storedApi } from './stored-api.ts'

describe('usage events that a scenario leaves to its document', () => {
  const event = (id: string, quantity: string): UsageEvent => ({
    id,
    at: '2026-01-05T09:30:00Z',
    product: 'text-to-speech',
    model: 'English v1',
    quantity,
  })

  /** A document with 500 characters used, which are as many credits, and nothing besides. */
  async function stored(usageEvents = [event('first', '200'), event('second', '300')]) {
    const app = storedApi()
    const { kind, content } = scenarioUsing('0')
    const scenario = { ...content.scenario, usageEvents }
    const { id } = await app.ask('library.create', {
      name: 'May',
      document: { kind, content: { ...content, scenario } },
    })
    const open = (changed: object, document: string | null = id) =>
      app.answer('results.open', {
        scenario: { ...scenario, usageEvents: { kept: 2 }, ...changed },
        document,
      })
    /** As a window saves an edit: with the usage events that the document has, or with others. */
    const save = (base: number, changed: object) =>
      app.ask('library.edit', {
        id,
        base,
        label: 'Edit',
        document: {
          kind,
          content: { ...content, scenario: { ...scenario, usageEvents: { kept: 2 }, ...changed } },
        },
      })
    return { ...app, scenario, open, save }
  }

  it('are those that it has, under an edit that is nowhere saved', async () => {
    const { ask, open, scenario } = await stored()
    const summary = valueOf(await open({ plan: 'pro' }))
    expect(summary.totals.usage).toBe('500')
    expect(summary.id).toBe((await ask('scenarios.run', { ...scenario, plan: 'pro' })).inputHash)
  })

  it('are part of what else the account could do', async () => {
    const { ask, open } = await stored()
    const { id } = valueOf(await open({}))
    const variants = [{ name: 'As it is' }, { name: 'Twice', usageFactor: '2' }]
    const costs = await ask('results.variants', { id, variants })
    expect(costs.map((one) => one.kind === 'billed' && one.cost.servedCredits)).toEqual(['500', '1000'])
  })

  it('are what a plan stops that has too few credits for them', async () => {
    const { ask, open } = await stored([event('first', '12000')])
    const [free] = await ask('results.bothFailures', { id: valueOf(await open({})).id })
    // Free has 10,000 credits a month: what needs more is not begun.
    expect(free).toMatchObject({
      plan: 'free',
      blocked: { causes: [{ cause: 'notEnoughLeft', credits: '12000' }] },
    })
  })

  it('are no more and no fewer than it has, whatever number is said', async () => {
    const { open } = await stored()
    for (const kept of [1, 7]) expect(valueOf(await open({ usageEvents: { kept } })).totals.usage).toBe('500')
  })

  it('are asked for anew, for the document may have others', async () => {
    const { store, open, scenario } = await stored()
    expect(valueOf(await open({})).totals.usage).toBe('500')
    const [document] = valueOf(
      store.library.list({ kind: 'scenario', deleted: false, search: '', limit: 1, offset: 0 }),
    )
    const { kind, content } = scenarioUsing('0')
    const others = { ...scenario, usageEvents: [event('first', '200'), event('second', '310')] }
    valueOf(
      store.library.edit({
        id: document?.id ?? '',
        base: 1,
        label: 'Corrected',
        document: { kind, content: { ...content, scenario: others } },
      }),
    )
    expect(valueOf(await open({})).totals.usage).toBe('510')
  })

  it('are not read again after an edit of anything else, saved or not', async () => {
    const { ask, store, open, save, scenario } = await stored()
    const first = valueOf(await open({}))
    await save(1, { plan: 'pro' })
    const reading = vi.spyOn(store.library, 'get')
    const second = valueOf(await open({ plan: 'pro' }))
    const third = valueOf(await open({ plan: 'pro', overage: { optIn: true } }))
    expect(reading).not.toHaveBeenCalled()
    reading.mockRestore()
    expect([first, second, third].map(({ totals }) => totals.usage)).toEqual(['500', '500', '500'])
    for (const [summary, changed] of [
      [second, { plan: 'pro' }],
      [third, { plan: 'pro', overage: { optIn: true } }],
    ] as const)
      expect(summary.id).toBe((await ask('scenarios.run', { ...scenario, ...changed })).inputHash)
  })

  it('are read again where an edit changed them, under a revision that was not read yet', async () => {
    const { open, save } = await stored()
    await open({})
    await save(1, { usageEvents: [event('first', '200'), event('second', '310')] })
    await save(2, { plan: 'pro' })
    expect(valueOf(await open({})).totals.usage).toBe('510')
  })

  it('are none where there are said to be none, and those that are written out where they are', async () => {
    const { open } = await stored()
    expect(valueOf(await open({ usageEvents: { kept: 0 } })).totals.usage).toBe('0')
    expect(valueOf(await open({ usageEvents: [event('alone', '7')] })).totals.usage).toBe('7')
  })

  it('are refused where no document is named, or it cannot be read', async () => {
    const { open } = await stored()
    expect(problemOf(await open({}, null))).toEqual({
      code: 'result.no_document',
      message: 'The usage events are kept in a document: say in which.',
      path: 'document',
    })
    const unknown = problemOf(await open({}, '0198c1f2-7c3e-7000-8000-000000000001'))
    expect(unknown).toMatchObject({ code: 'document.unknown', path: 'document' })
  })

  it('are read as they were kept, bytes or not, and refused where they are no events', async () => {
    const { scenario } = await stored()
    const asked = { scenario: { ...scenario, usageEvents: { kept: 1 } }, document: crypto.randomUUID() }
    const opening = (events: unknown) =>
      answerOpen(() => Promise.resolve(succeed({ stamp: 'a', events })))(
        'results.open',
        asked,
        () => undefined,
      )
    expect(valueOf(await opening([event('alone', '9')]))).toMatchObject({ totals: { usage: '9' } })
    expect(problemOf(await opening([{}])).code).toBe('input.invalid')
  })
})
