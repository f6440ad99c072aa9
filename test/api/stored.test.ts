import { describe, expect, it } from 'vitest'
import { createEvents } from '#main/api/events.ts'
import { answerKept } from '#main/api/kept.ts'
import { createApi } from '#main/api/router.ts'
import { decoded, encoded, inputOf, Json } from '#main/runs/json.ts'
import { ScenarioContent } from '#shared/library.ts'
import { succeed } from '#shared/problem.ts'
import { companyWith, problemOf, scenarioUsing, valueOf } from '../store/support.ts'
import { storedApi } from './stored-api.ts'

const EVENT = { at: '2026-01-10T00:00:00Z', product: 'text-to-speech', model: 'Multilingual v2' }

/** 40,000 modelled credits in a month, and so many characters in events. */
function withEvents(count: number, quantity: string) {
  const { kind, content } = scenarioUsing('40000')
  const usageEvents = Array.from({ length: count }, (_, index) => ({
    ...EVENT,
    id: `event-${String(index)}`,
    quantity,
  }))
  return {
    kind,
    content: ScenarioContent.parse({ ...content, scenario: { ...content.scenario, usageEvents } }),
  }
}

describe('what is worked out of stored scenarios', () => {
  it('counts the usage events that windows do not have', async () => {
    const { ask } = storedApi()
    // 40,000 + 2 × 50,000 = 140,000: 40,000 beyond Creator's 100,000 at $0.30 per 1,000 = $12.00.
    const { id, revision } = await ask('library.create', { name: 'May', document: withEvents(2, '50000') })
    expect(await ask('stored.card', { id, revision })).toMatchObject({
      total: '34.00',
      finding: { kind: 'beyond', credits: '40000', overage: '12.00' },
    })
  })

  it('is of the state that is named, and of two of them side by side', async () => {
    const { ask } = storedApi()
    const { id } = await ask('library.create', { name: 'May', document: withEvents(2, '50000') })
    await ask('library.edit', { id, base: 1, label: 'Fewer', document: withEvents(1, '50000') })
    const { money } = await ask('stored.difference', {
      left: { id, revision: 1 },
      right: { id, revision: 2 },
    })
    // The second state stays within the quota.
    expect(money[0]).toEqual({ what: 'total', left: '34.00', right: '22.00', difference: '-12.00' })
  })

  it('refuses what is not there, and what is no scenario, by its side', async () => {
    const { ask, answer } = storedApi()
    const { id } = await ask('library.create', { name: 'May', document: withEvents(0, '0') })
    const company = await ask('library.create', { name: 'Acme', document: companyWith('x') })
    const card = await answer('stored.card', { id: company.id, revision: 1 })
    expect(problemOf(card)).toMatchObject({ code: 'document.not_a_scenario', path: 'id' })
    const left = { id, revision: 1 }
    const of = async (right: typeof left) => problemOf(await answer('stored.difference', { left, right }))
    expect(await of({ id: company.id, revision: 1 })).toMatchObject({ path: 'right.id' })
    expect(await of({ id, revision: 9 })).toMatchObject({ code: 'revision.unknown', path: 'right.revision' })
    const other = await answer('stored.difference', { left: { id, revision: 9 }, right: left })
    expect(problemOf(other)).toMatchObject({ path: 'left.revision' })
  })

  it('is answered in a thread where it is heavy, without being read on the way', async () => {
    const { store } = storedApi()
    const events = createEvents()
    const kept = answerKept({ store, events }, (error) => expect.unreachable(String(error)))
    const threaded: (readonly [method: string, input: unknown])[] = []
    const unused = () => expect.unreachable()
    const api = createApi({
      host: 'test',
      services: {
        kept: async (method, input) => {
          const answer = encoded(await kept(method, input))
          return answer.ok ? succeed(new Json(answer.value)) : answer
        },
        events,
        runs: {
          start: unused,
          list: unused,
          cancel: unused,
          result: unused,
          answered: unused,
          close: unused,
        },
        results: { ask: unused, cancel: unused },
        secrets: { protection: unused, state: unused, set: unused, clear: unused, use: unused },
        dialogs: null,
      },
      answerInThread: (method, input) => {
        threaded.push([method, input])
        return Promise.resolve(succeed('in a thread'))
      },
    })
    const made = (count: number) => {
      const { id } = valueOf(store.library.create({ name: 'May', document: withEvents(count, '1') }))
      return { id, revision: 1 }
    }
    const small = decoded(await api('stored.card', made(1)))
    expect(small).toMatchObject({ value: { finding: { kind: 'within' } } })
    expect(threaded).toEqual([])
    const large = made(5000)
    expect(await api('stored.card', large)).toEqual(succeed('in a thread'))
    expect(await api('stored.difference', { left: large, right: large })).toEqual(succeed('in a thread'))
    expect(threaded.map(([method, input]) => [method, input instanceof Json])).toEqual([
      ['scenarios.card', true],
      ['analysis.difference', true],
    ])
    const read = valueOf(inputOf(threaded[0]?.[1]))
    expect(read).toMatchObject({ usageEvents: { length: 5000 } })
  })
})
