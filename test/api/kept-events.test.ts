import { describe, expect, it } from 'vitest'
import { readBundle } from '#main/export/bundle.ts'
import { refuse } from '#shared/problem.ts'
import type { UsageEvent } from '#shared/usage.ts'
import type { WindowDocument } from '#shared/window-document.ts'
import { withKeptEvents } from '#main/api/kept-events.ts'
import { textOf } from '../fakes/bytes-of.ts'
import { companyWith, problemOf, scenarioUsing, valueOf } from '../store/support.ts'
import { storedApi } from './stored-api.ts'

const event = (id: string): UsageEvent => ({
  id,
  at: '2026-01-05T09:30:00Z',
  product: 'text-to-speech',
  model: 'English v1',
  quantity: '500',
})

const EVENTS = [event('first'), event('second'), event('third')]

function scenarioWith(usageEvents: UsageEvent[]) {
  const { kind, content } = scenarioUsing('400000')
  return { kind, content: { ...content, scenario: { ...content.scenario, usageEvents } } }
}

/** An application with one scenario that has usage events, as a window got it when it was made. */
async function withEvents() {
  const app = storedApi()
  const made = scenarioIn(await app.ask('library.create', { name: 'May', document: scenarioWith(EVENTS) }))
  const { id } = made
  /** As a file holds them, which is whole. */
  const events = async () => {
    return valueOf(readBundle(textOf(await app.ask('bundles.export', { id })))).content.scenario.usageEvents
  }
  return { ...app, id, made, events }
}

function scenarioIn(document: WindowDocument) {
  if (document.kind !== 'scenario') throw new Error('It is no scenario.')
  return document
}

describe('usage events', () => {
  it('are told to windows by their number only, whichever call answers', async () => {
    const { ask, id, made } = await withEvents()
    const begun = await ask('window.begin', { scenario: id })
    const answers = [
      made,
      await ask('library.get', { id }),
      await ask('library.revision', { id, revision: 1 }),
      await ask('library.revert', { id, revision: 1 }),
      await ask('library.duplicate', { id }),
      begun.opened?.document,
    ]
    for (const answer of answers)
      expect(answer).toMatchObject({ content: { scenario: { usageEvents: { kept: 3 } } } })
  })

  it('stay as they are when a window changes what it has of the scenario, and come back with it', async () => {
    const { ask, id, made, events } = await withEvents()
    const content = { ...made.content, shows: 'plan' as const }
    await ask('library.edit', {
      id,
      base: 1,
      label: 'Show the plan',
      document: { kind: 'scenario', content },
    })
    expect(scenarioIn(await ask('library.get', { id })).content).toEqual(content)
    expect(await events()).toEqual(EVENTS)
    await ask('history.undo', { scope: id })
    expect(await events()).toEqual(EVENTS)
  })

  it('make no edit of what is sent back as it came', async () => {
    const { ask, id, made } = await withEvents()
    const { kind, content } = made
    const answer = await ask('library.edit', { id, base: 1, label: 'Nothing', document: { kind, content } })
    expect(answer.revision).toBe(1)
  })

  it('are replaced by those that an edit brings', async () => {
    const { ask, id, events } = await withEvents()
    await ask('library.edit', { id, base: 1, label: 'Another', document: scenarioWith([event('fourth')]) })
    expect(await events()).toEqual([event('fourth')])
    await ask('library.edit', { id, base: 2, label: 'None', document: scenarioWith([]) })
    expect(await events()).toEqual([])
  })

  it('that do not fit are refused by their own path', async () => {
    const { api, id } = await withEvents()
    const document = scenarioWith([{ ...event('first'), quantity: '5 credits' }])
    const problem = problemOf(await api('library.edit', { id, base: 1, label: 'Wrong', document }))
    expect(problem.path).toBe('document.content.scenario.usageEvents.0.quantity')
  })
})

describe('an edit of a document that cannot be read', () => {
  const unreadable = {
    get: () => refuse({ code: 'document.damaged', message: 'It is damaged.', path: 'id' }),
  }
  const keeping = (kept: number) => {
    const { kind, content } = scenarioUsing('400000')
    const scenario = { ...content.scenario, usageEvents: { kept } }
    return withKeptEvents(unreadable, 'id', { kind, content: { ...content, scenario } })
  }

  it('is refused where there were usage events, which it would lose', () => {
    expect(problemOf(keeping(3)).code).toBe('document.damaged')
  })

  it('takes its place where there were none', () => {
    expect(valueOf(keeping(0))).toEqual(scenarioUsing('400000'))
  })
})

it('other documents are what they are', async () => {
  const { ask } = storedApi()
  const company = await ask('library.create', { name: 'Acme', document: companyWith('x') })
  const { id } = company
  await ask('library.edit', { id, base: 1, label: 'Change', document: companyWith('y') })
  expect(await ask('library.get', { id })).toMatchObject({ content: { notes: 'y' } })
})
