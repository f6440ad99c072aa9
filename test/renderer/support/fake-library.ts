import { monthlyFigure } from '#main/engine/index.ts'
import type { Input, Invoke, Method } from '#shared/api.ts'
import type { AppEvent, Listener } from '#shared/events.ts'
import type { Bridge } from '#shared/bridge.ts'
import { DEFAULT_SETTINGS } from '#shared/store.ts'
import { type Problem, refuse, type Result, succeed } from '#shared/problem.ts'
import { WindowContent, type WindowScenario } from '#shared/window-document.ts'

const AT = '2026-11-20T12:00:00.000Z'
const LATER = '2026-11-21T12:00:00.000Z'

interface State {
  readonly label: string
  readonly content: WindowContent
}

/** One scenario in memory, with the rules of the store that the renderer builds on. */
export interface FakeLibrary {
  readonly bridge: Bridge
  /** Every accepted edit's label, oldest first. */
  readonly labels: () => readonly string[]
  readonly content: () => WindowContent
  readonly revision: () => number
  /** An edit that another window makes, which tells everybody. */
  readonly editElsewhere: (content: WindowContent, label: string) => void
  /** Puts another state in the scenario's place, under the same number and later, and tells nobody. */
  readonly restore: (content: WindowContent) => void
  /** Refuses every edit for this reason from now on; null accepts them again. */
  readonly refuseEdits: (problem: Problem | null) => void
  /** Puts the scenario in the bin or takes it out, as another window does; nobody is told where that was missed. */
  readonly bin: (binned: boolean, told?: boolean) => void
  readonly tell: (event: AppEvent) => void
}

/** What stands for usage that comes to so much: streams of nothing are refused. */
function monthlyUsageOf({ usage }: Input<'scenarios.monthlyUsage'>): Result<string> {
  if (usage.kind !== 'streams') return succeed(monthlyFigure(usage))
  if (usage.streams.length === 0)
    return refuse({ code: 'test.unbilled', message: 'No streams to bill.', path: 'usage' })
  const credits = usage.streams.reduce((sum, { monthly }) => sum + Number(monthly), 0)
  return succeed(monthlyFigure({ kind: 'series', credits: [String(credits)] }))
}

export const SCENARIO_ID = '3f0c0f52-0d6e-4a6b-9a35-2f1a5c1f0a11'

type Answers = { [M in Method]?: (input: Input<M>) => Result<unknown> | Promise<Result<unknown>> }

/** `more` answers what a library does not. */
export function fakeLibrary(first: WindowContent, more: Answers = {}): FakeLibrary {
  let states: State[] = [{ label: 'Make the scenario', content: first }]
  let place = 0
  let revision = 1
  const kept = new Map([[revision, first]])
  let updatedAt = AT
  let refusal: Problem | null = null
  let binned = false
  const listeners = new Set<Listener>()

  const current = (): WindowContent => states[place]?.content ?? first
  const document = (): WindowScenario => ({
    id: SCENARIO_ID,
    kind: 'scenario',
    name: 'Example',
    revision,
    createdAt: AT,
    updatedAt,
    deletedAt: binned ? AT : null,
    content: current(),
  })
  const summary = () => {
    const { content: _content, ...rest } = document()
    return rest
  }
  const tell = (event: AppEvent) => {
    for (const listener of listeners) listener(event)
  }
  const changed = () => tell({ kind: 'document', document: summary() })
  const history = () => ({
    undo: place > 0 ? (states[place]?.label ?? null) : null,
    redo: states[place + 1]?.label ?? null,
  })

  function accept(content: WindowContent, label: string): void {
    states = [...states.slice(0, place + 1), { label, content }]
    place++
    revision++
    kept.set(revision, content)
    changed()
  }

  function revert({ revision: to }: Input<'library.revert'>): Result<unknown> {
    const content = kept.get(to)
    if (!content) return refuse({ code: 'revision.unknown', message: 'No such revision.', path: 'revision' })
    accept(content, `Go back to revision ${String(to)}`)
    return succeed(document())
  }

  function edit({ base, label, document: edited }: Input<'library.edit'>): Result<unknown> {
    if (refusal) return refuse(refusal)
    if (binned) return refuse({ code: 'document.deleted', message: 'It is in the bin.', path: 'id' })
    if (base !== revision) return refuse({ code: 'library.conflict', message: 'Edited since.', path: 'base' })
    if (edited.kind !== 'scenario') throw new Error('Only scenarios are edited here.')
    accept(WindowContent.parse(edited.content), label)
    return succeed(summary())
  }

  function step(by: 1 | -1): Result<unknown> {
    const label = by < 0 ? history().undo : history().redo
    if (label === null) return refuse({ code: 'history.nothing', message: 'Nothing.', path: '' })
    place += by
    revision++
    changed()
    return succeed({ label, document: summary(), next: history() })
  }

  const answers: Answers = {
    ...more,
    'library.get': () => succeed(document()),
    'library.edit': edit,
    'library.revert': revert,
    'history.state': () => succeed(history()),
    'history.undo': () => step(-1),
    'history.redo': () => step(1),
    // Every stream burns a credit a unit.
    'scenarios.monthlyUsage': monthlyUsageOf,
    'settings.change': (change) => succeed({ ...DEFAULT_SETTINGS, ...change }),
  }

  // The answers above have the shapes of the contract; only what the renderer reads of them is filled in.
  const invoke: Invoke = async (method, input) => {
    await Promise.resolve()
    const answer = answers[method]
    const result = answer ? await answer(input) : refuse({ code: 'test.unasked', message: method, path: '' })
    return JSON.parse(JSON.stringify(result))
  }

  return {
    bridge: {
      invoke,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    labels: () => states.slice(1, place + 1).map(({ label }) => label),
    content: current,
    revision: () => revision,
    editElsewhere: accept,
    restore: (restored) => {
      states = [{ label: 'Make the scenario', content: restored }]
      place = 0
      updatedAt = LATER
    },
    refuseEdits: (problem) => {
      refusal = problem
    },
    bin: (into, told = true) => {
      binned = into
      if (told) changed()
    },
    tell,
  }
}
