import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bridge } from '#shared/bridge.ts'
import { refuse, succeed } from '#shared/problem.ts'
import type { RunState } from '#shared/runs.ts'
import { setBackend } from '#renderer/state/backend.ts'
import { openScenario } from '#renderer/state/edits.ts'
import {
  endExchange,
  exportScenario,
  importBundle,
  importFile,
  useExchange,
} from '#renderer/state/exchange.ts'
import { LANDING, setInputs, useInputs } from '#renderer/state/inputs.ts'
import { duplicateScenario } from '#renderer/state/library-actions.ts'
import { EMPTY_LIBRARY, useLibrary } from '#renderer/state/library.ts'
import { NOTHING_OPEN, useOpenScenario } from '#renderer/state/open-scenario.ts'
import { backUp, restoreBackup, useStore } from '#renderer/state/store-upkeep.ts'
import { heardOfRun, lookForReading, useReading } from '#renderer/state/reading.ts'
import { setView, useView } from '#renderer/state/view.ts'
import { type FakeLibrary, fakeLibrary, SCENARIO_ID } from './support/fake-library.ts'
import { content } from './support/scenarios.ts'
import { bytesOf } from '../fakes/bytes-of.ts'
import { PATIENT } from '../patience.ts'

const ANOTHER_ID = '3f0c0f52-0d6e-4a6b-9a35-2f1a5c1f0a12'
const FILE = { name: 'mine.tierwise', bytes: bytesOf('text') }
const FULL = { code: 'store.full', message: 'The disk is full.', path: '' }

let library: FakeLibrary
/** The calls that the library does not answer, which are all refused. */
let asked: string[]
let saved: string[]

/** Exports end in a download; nothing else here needs a page. */
const files = {
  createObjectURL: (blob: Blob) => {
    void blob.text().then((text) => saved.push(text))
    return 'blob:test'
  },
  revokeObjectURL: () => undefined,
}

beforeEach(async () => {
  library = fakeLibrary(content())
  asked = []
  saved = []
  const invoke: Bridge['invoke'] = async (method, input) => {
    const known = /^(library\.(get|edit)|history\.state|settings\.change)$/.test(method)
    if (known) return library.bridge.invoke(method, input)
    if (!/^(app\.info|library\.list|store\.info)$/.test(method)) asked.push(method)
    return JSON.parse(JSON.stringify(answers[method] ?? refuse(FULL)), withFile)
  }
  setBackend({ ...library.bridge, invoke })
  useOpenScenario.setState(NOTHING_OPEN, true)
  useInputs.setState(LANDING, true)
  useLibrary.setState(EMPTY_LIBRARY, true)
  setView({ goOn: null })
  endExchange()
  vi.stubGlobal('URL', files)
  vi.stubGlobal('document', { createElement: () => ({ click: () => undefined }) })
  await openScenario(SCENARIO_ID)
  return () => vi.unstubAllGlobals()
})

/** Files are written as their texts below. */
const withFile = (key: string, value: unknown) =>
  key === 'file' && typeof value === 'string' ? bytesOf(value) : value

const answers: Readonly<Record<string, unknown>> = {
  'library.list': succeed([]),
  'bundles.export': succeed({ fileName: 'Example.tierwise', file: 'the file' }),
}

const cannotBeKept = (): void => {
  library.refuseEdits(FULL)
  setInputs({ usage: 500_000 })
}
const report = () => useLibrary.getState().report
const open = () => useOpenScenario.getState()

describe('with a change that is kept', () => {
  it('a scenario is exported with it', async () => {
    setInputs({ usage: 500_000 })
    await exportScenario(SCENARIO_ID)
    expect(library.labels()).toEqual(['Change usage to 500,000'])
    await vi.waitFor(() => expect(saved).toEqual(['the file']), PATIENT)
    expect(report()).toEqual({ kind: 'done', text: 'Exported as Example.tierwise.' })
  })
})

describe('with a change that cannot be kept', () => {
  it('a scenario is not exported without it, and that is said on both screens', async () => {
    cannotBeKept()
    await exportScenario(SCENARIO_ID)
    expect(asked).not.toContain('bundles.export')
    expect(report()).toEqual({
      kind: 'refused',
      text: 'Not exported: your last change cannot be saved. The disk is full.',
    })
    expect(open().save).toEqual({ kind: 'failed', reason: 'The disk is full. Not exported.' })
    expect(useInputs.getState().usage).toBe(500_000)
  })

  it('another scenario is exported as ever', async () => {
    cannotBeKept()
    await exportScenario(ANOTHER_ID)
    expect(asked).toContain('bundles.export')
  })

  it('a scenario is not duplicated', async () => {
    cannotBeKept()
    expect(await duplicateScenario(SCENARIO_ID)).toBeNull()
    expect(asked).not.toContain('library.duplicate')
    expect(report()?.text).toContain('Not duplicated: your last change cannot be saved.')
  })

  it('the store is not backed up', async () => {
    cannotBeKept()
    await backUp()
    expect(asked).not.toContain('store.backup')
    expect(useStore.getState().said).toEqual({
      kind: 'refused',
      text: 'Not backed up: your last change cannot be saved. The disk is full.',
    })
  })

  it('an import asks first, and goes on without the change when told to', async () => {
    cannotBeKept()
    await importBundle(FILE)
    expect(asked).not.toContain('bundles.import')
    useView.getState().goOn?.()
    await vi.waitFor(() => expect(useExchange.getState().exchange.kind).toBe('refused'), PATIENT)
    expect(asked).toContain('bundles.import')
  })

  it('a restore asks first, and goes on without the change when told to', async () => {
    cannotBeKept()
    await restoreBackup('daily', '2026-11-20T12:00:00.000Z')
    expect(asked).not.toContain('store.restore')
    useView.getState().goOn?.()
    await vi.waitFor(() => expect(asked).toContain('store.restore'), PATIENT)
    expect(useInputs.getState().usage).toBe(400_000)
  })
})

it('a scenario that another window changed first is not exported before it was seen', async () => {
  setInputs({ usage: 500_000 })
  library.editElsewhere(content({ billing: 'annual' }), 'Bill annually')
  await exportScenario(SCENARIO_ID)
  expect(asked).not.toContain('bundles.export')
  expect(open().notice).toContain('Not exported: it was changed in another window meanwhile.')
})

describe('a file that was picked', () => {
  it('is handed on as it is', async () => {
    const handed: unknown[] = []
    const invoke: Bridge['invoke'] = (method, input) => {
      if (method === 'bundles.import') handed.push(input)
      return library.bridge.invoke(method, input)
    }
    setBackend({ ...library.bridge, invoke })
    await importFile(new File(['Fünf ✓'], 'mine.tierwise'))
    expect(handed).toEqual([{ file: bytesOf('Fünf ✓'), onExisting: 'ask' }])
  })

  it.each<[string, Partial<File>, string]>([
    ['is too large', { size: 32 * 1024 * 1024 + 1 }, 'It is larger than 32 MB'],
    ['cannot be read', { arrayBuffer: () => Promise.reject(new Error('gone')) }, 'It could not be read'],
  ])('is refused with what is wrong where it %s, without a call', async (_what, change, message) => {
    const file = Object.defineProperties(
      new File(['text'], 'mine.tierwise'),
      Object.getOwnPropertyDescriptors(change),
    )
    await importFile(file)
    expect(asked).toEqual([])
    expect(useExchange.getState().exchange).toEqual({
      kind: 'refused',
      file: 'mine.tierwise',
      problems: [{ code: 'file.unreadable', message: expect.stringContaining(message), path: '' }],
    })
  })
})

describe('a large file', () => {
  const run = (changed: Partial<RunState>): RunState => ({
    id: 'a',
    method: 'bundles.read',
    status: 'running',
    progress: 0.4,
    problems: [],
    ...changed,
  })
  const reading = () => useReading.getState().runs.map(({ id, progress }) => [id, progress])

  it('is told of while it is read, beside others, and not after', () => {
    heardOfRun(run({ status: 'waiting', progress: null }))
    heardOfRun(run({ id: 'b' }))
    heardOfRun(run({ progress: 0.6 }))
    heardOfRun(run({ id: 'c', method: 'scenarios.run' }))
    expect(reading()).toEqual([
      ['b', 0.4],
      ['a', 0.6],
    ])
    heardOfRun(run({ status: 'done', progress: 1 }))
    heardOfRun(run({ id: 'b', status: 'cancelled' }))
    expect(reading()).toEqual([])
  })

  it('is looked for where it could not be heard of, and what has ended meanwhile is gone', async () => {
    heardOfRun(run({ id: 'ended unheard' }))
    const invoke: Bridge['invoke'] = async (method) =>
      JSON.parse(
        JSON.stringify(
          method === 'runs.list' ? succeed([run({}), run({ id: 'b', status: 'done' })]) : refuse(FULL),
        ),
      )
    setBackend({ ...library.bridge, invoke })
    await lookForReading()
    expect(reading()).toEqual([['a', 0.4]])
    heardOfRun(run({ status: 'done' }))
  })

  it('that is called off is no refusal', async () => {
    const called = refuse({ code: 'run.cancelled', message: 'The run was cancelled.', path: 'id' })
    const invoke: Bridge['invoke'] = (method, input) =>
      method === 'bundles.import' ? Promise.resolve(called) : library.bridge.invoke(method, input)
    setBackend({ ...library.bridge, invoke })
    await importBundle(FILE)
    expect(useExchange.getState().exchange).toEqual({ kind: 'none' })
  })
})
