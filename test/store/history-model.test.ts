import {
  array,
  assert,
  constant,
  constantFrom,
  nat,
  oneof,
  property,
  record,
  type Arbitrary,
} from 'fast-check'
import { expect, it } from 'vitest'
import type { Store } from '#main/store/index.ts'
import { companyWith, problemOf, storeIn, temporaryFolder, valueOf } from './support.ts'

/*
 * Undo and redo against the plainest model there is: a list of states and a place in it.
 */

interface State {
  readonly name: string
  readonly notes: string
}

interface Model {
  states: State[]
  labels: string[]
  at: number
  revision: number
}

const Step = oneof(
  {
    weight: 5,
    arbitrary: record({ kind: constant('edit' as const), notes: constantFrom('a', 'b', 'c') }),
  },
  {
    weight: 2,
    arbitrary: record({ kind: constant('rename' as const), name: constantFrom('X', 'Y') }),
  },
  { weight: 5, arbitrary: record({ kind: constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: record({ kind: constant('revert' as const), to: nat(30) }) },
  { weight: 1, arbitrary: record({ kind: constantFrom('reopen' as const, 'bin and back' as const) }) },
)
type Step = typeof Step extends Arbitrary<infer T> ? T : never

it('undo and redo do what a list of states does, however often the store is opened again', () => {
  assert(
    property(array(Step, { maxLength: 40 }), (steps) => {
      const folder = temporaryFolder()
      let store = storeIn(folder)
      const { id } = valueOf(store.library.create({ name: 'X', document: companyWith('a') }))
      const model: Model = { states: [{ name: 'X', notes: 'a' }], labels: [], at: 0, revision: 1 }
      const everyState = [{ name: 'X', notes: 'a' }]
      for (const step of steps) {
        if (step.kind === 'reopen') {
          store.close()
          store = storeIn(folder)
        } else play(store, id, model, everyState, step)
        expectAgreement(store, id, model)
      }
      expect(valueOf(store.check())).toEqual({ checkedDocuments: 1, findings: [] })
      store.close()
    }),
    { numRuns: 60 },
  )
})

function play(store: Store, id: string, model: Model, everyState: State[], step: Step): void {
  const { library } = store
  const now = present(model)
  if (step.kind === 'edit') {
    const label = `Write ${step.notes}`
    valueOf(library.edit({ id, base: model.revision, label, document: companyWith(step.notes) }))
    accept(model, { ...now, notes: step.notes }, label)
  } else if (step.kind === 'rename') {
    valueOf(library.rename(id, step.name))
    accept(model, { ...now, name: step.name }, `Rename to “${step.name}”`)
  } else if (step.kind === 'revert') {
    const revision = 1 + (step.to % model.revision)
    const state = everyState[revision - 1]
    if (!state) throw new Error('The model lost a state.')
    valueOf(library.revert(id, revision))
    accept(model, state, `Go back to revision ${revision}`)
  } else if (step.kind === 'bin and back') {
    valueOf(library.delete(id))
    valueOf(library.restore(id))
  } else if (step.kind !== 'reopen') expectStep(store, id, model, step.kind)
  if (everyState.length < model.revision) everyState.push(present(model))
}

/** Undo or redo names what it did, and says so where there is nothing to do. */
function expectStep({ history }: Store, id: string, model: Model, kind: 'undo' | 'redo'): void {
  const expected = model.labels[kind === 'undo' ? model.at - 1 : model.at]
  const step = history[kind](id)
  expect(step.ok ? step.value.label : problemOf(step).code).toBe(expected ?? 'history.empty')
  if (expected === undefined) return
  model.at += kind === 'undo' ? -1 : 1
  model.revision++
}

function present({ states, at }: Model): State {
  const state = states[at]
  if (!state) throw new Error('The model lost its place.')
  return state
}

/** The same state again is no edit. */
function accept(model: Model, state: State, label: string): void {
  const { name, notes } = present(model)
  if (state.name === name && state.notes === notes) return
  model.states = [...model.states.slice(0, model.at + 1), state]
  model.labels = [...model.labels.slice(0, model.at), label]
  model.at++
  model.revision++
}

function expectAgreement({ library, history }: Store, id: string, model: Model): void {
  const { name, notes } = present(model)
  expect(valueOf(library.get(id))).toMatchObject({ name, content: { notes }, revision: model.revision })
  expect(valueOf(history.state(id))).toEqual({
    undo: model.labels[model.at - 1] ?? null,
    redo: model.labels[model.at] ?? null,
  })
}
