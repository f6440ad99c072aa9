import type { Result } from '#shared/problem.ts'
import type { DocumentSummary, HistoryStep } from '#shared/library.ts'
import type { WindowScenario } from '#shared/window-document.ts'
import { call } from './answers.ts'
import { inOrder } from './in-order.ts'
import { useInputs } from './inputs.ts'
import { nameProblem } from './names.ts'
import { fetchScenario, reasonOf, setOpen, show, useOpenScenario } from './open-scenario.ts'
import { contentNow, editContent, labelOfEdits } from './draft.ts'
import { changedOn } from './scenario-inputs.ts'
import { settleField } from './settling.ts'
import { setView, useView } from './view.ts'

/*
 * Everything that changes the open scenario goes through one queue: an edit, an undo and what another window did never
 * overlap, and each finds the revision that the one before it left.
 */
const next = inOrder()

/** What is on screen as the content to keep; null where it is what the store has. */
function unsaved() {
  const { document, draft, shown, edits } = useOpenScenario.getState()
  const content = contentNow()
  if (!document || !draft || !shown || !content) return null
  const inputs = useInputs.getState()
  return content === document.content ? null : { document, draft, shown, edits, inputs, content }
}

export const isDirty = (): boolean => unsaved() !== null

/** How saving went: all is kept, another window was first and its state is shown now, or nothing could be kept. */
type Saved = 'kept' | 'overtaken' | 'failed'

async function save(): Promise<Saved> {
  const edit = unsaved()
  if (!edit) {
    setOpen({ save: { kind: 'saved' } })
    return 'kept'
  }
  const { document, draft, shown, edits, inputs, content } = edit
  setOpen({ save: { kind: 'saving' }, notice: null })
  const answer = await call('library.edit', {
    id: document.id,
    base: document.revision,
    label: labelOfEdits(edits, shown, inputs, content !== draft),
    document: { kind: 'scenario', content },
  })
  if (!answer.ok) {
    const conflict = answer.problems.some(({ code }) => code === 'library.conflict')
    if (conflict && (await reload(document.id, OVERTAKEN))) return 'overtaken'
    if (answer.problems.some(({ code }) => code === 'document.deleted')) await learnOfBin(document.id)
    setOpen({ save: { kind: 'failed', reason: reasonOf(answer.problems) } })
    return 'failed'
  }
  const meanwhile = useOpenScenario.getState()
  const isAsKept = meanwhile.draft === draft
  setOpen({
    document: { ...document, ...answer.value, kind: 'scenario', content },
    edits: meanwhile.edits.slice(edits.length),
    ...(isAsKept ? { draft: content, shown: inputs } : {}),
    // What was changed meanwhile is not saved yet: its own timer is running.
    save: isAsKept && useInputs.getState() === inputs ? { kind: 'saved' } : { kind: 'saving' },
    notice: replacedUsage(document, content),
  })
  return 'kept'
}

/** It was put in the bin, and this window has not heard of it. */
async function learnOfBin(id: string): Promise<void> {
  const stored = await fetchScenario(id)
  const { document } = useOpenScenario.getState()
  if (stored && document?.id === id) setOpen({ document: { ...document, deletedAt: stored.deletedAt } })
}

const OVERTAKEN =
  'It was changed in another window meanwhile: this is the newest state, without your last change.'

const replacedUsage = (before: WindowScenario, after: WindowScenario['content']): string | null =>
  before.content.scenario.usage.kind !== 'pattern' && after.scenario.usage.kind === 'pattern'
    ? 'One monthly figure has taken the place of the usage written out. Undo brings it back.'
    : null

async function reload(id: string, notice: string | null, mayWait = false): Promise<boolean> {
  const document = await fetchScenario(id)
  if (!document) return false
  // Nothing is pulled away from under the hand: what is changed meanwhile meets its conflict when it is saved.
  if (mayWait && isDirty()) return true
  await show(document, notice)
  return true
}

/** Keeps what is on screen, if it differs from what the store has. */
export const saveNow = (): Promise<Saved> => next(save)

/** Lets go of what is on screen and not kept. */
export const letGo = (): Promise<void> =>
  next(async () => {
    const { document } = useOpenScenario.getState()
    if (document) await show(document)
  })

/** How opening went: it is shown, it is not there, or what is on screen would be lost for it. */
export type Opened = 'shown' | 'gone' | 'unsaved'

/** Opens a scenario once what is on screen is kept; what cannot be kept is only let go of where that was said. */
export function openScenario(id: string, change: 'keep' | 'discard' = 'keep'): Promise<Opened> {
  settleField()
  void keepName()
  return next(async () => {
    const saved = await save()
    const { document } = useOpenScenario.getState()
    if (saved === 'failed' && document && change === 'keep') return id === document.id ? 'shown' : 'unsaved'
    return (await reload(id, null)) ? 'shown' : 'gone'
  })
}

/** Opens a scenario as it was just read, where none is open. */
export const openStored = (document: WindowScenario): Promise<void> => next(() => show(document))

/** Undoes the last edit of the open scenario; a change that could not be kept is simply taken back. */
export const undo = (): Promise<void> => next(() => step((scope) => call('history.undo', { scope })))
export const redo = (): Promise<void> => next(() => step((scope) => call('history.redo', { scope })))

async function step(take: (scope: string) => Promise<Result<HistoryStep>>): Promise<void> {
  const saved = await save()
  const { document } = useOpenScenario.getState()
  if (!document || saved === 'overtaken') return
  if (saved === 'failed') return show(document)
  const answer = await take(document.id)
  // Nothing to undo is no news: the button is grey.
  if (answer.ok) await reload(document.id, null)
}

/** Makes an old revision the newest one. */
export const revertTo = (revision: number): Promise<void> =>
  next(async () => {
    await save()
    const { document } = useOpenScenario.getState()
    if (!document) return
    const answer = await call('library.revert', { id: document.id, revision })
    if (!answer.ok) return setOpen({ notice: reasonOf(answer.problems) })
    if (answer.value.kind === 'scenario') await show(answer.value)
  })

export const renameOpen = (name: string): Promise<void> =>
  next(async () => {
    const { document } = useOpenScenario.getState()
    if (!document || name.trim() === '' || name.trim() === document.name) return
    const answer = await call('library.rename', { id: document.id, name })
    if (!answer.ok) return setOpen({ notice: reasonOf(answer.problems) })
    setOpen({ document: { ...document, ...answer.value, kind: 'scenario' } })
  })

/** Lets the open scenario's name be typed; one that is being typed goes on. */
export function startNaming(): void {
  const { document } = useOpenScenario.getState()
  if (document && useView.getState().naming === null) setView({ naming: document.name })
}

export const dropName = (): void => setView({ naming: null })

/**
 * Ends the typing of the open scenario's name, as leaving its field does: whatever is done with the scenario next finds
 * it renamed. What cannot be a name is let go of.
 */
export async function keepName(): Promise<void> {
  const { naming } = useView.getState()
  if (naming === null) return
  dropName()
  if (nameProblem(naming) === null) await renameOpen(naming)
}

/**
 * The open scenario was renamed, put in the bin or taken out of it, or changed by another window. What could not be
 * kept while it lay in the bin is kept once it is out.
 */
export async function takeSummary(summary: DocumentSummary): Promise<void> {
  const { document } = useOpenScenario.getState()
  if (document?.id !== summary.id) return
  if (summary.revision !== document.revision) return followTo(summary.revision)
  setOpen({ document: { ...document, ...summary, kind: 'scenario' } })
  if (document.deletedAt !== null && summary.deletedAt === null && isDirty()) await saveNow()
}

/** Another window has changed the open scenario: what was not saved here yet meets its conflict when it is. */
export const followTo = (revision: number): Promise<void> =>
  next(async () => {
    const { document } = useOpenScenario.getState()
    if (!document || revision <= document.revision || isDirty()) return
    await reload(document.id, null, true)
  })

/**
 * The store was replaced, or may have changed while this window could not be told: whatever is open is read again. A
 * change that is not kept yet stays on screen, and is kept on top of what the store has now; false where nothing is open.
 */
export const reopen = (): Promise<boolean> =>
  next(async () => {
    const edit = unsaved()
    const { document } = useOpenScenario.getState()
    if (!edit || !document) return document !== null && (await reload(document.id, null))
    const stored = await fetchScenario(document.id)
    // Where it is gone, saving says so.
    if (!stored) return true
    if (isSameState(stored, document)) {
      setOpen({ document: stored })
      await save()
    } else {
      await show(stored)
      for (const again of edit.edits) editContent(again)
      const { shown } = useOpenScenario.getState()
      if (shown) useInputs.setState(changedOn(shown, edit.shown, edit.inputs), true)
      if ((await save()) === 'kept') setOpen({ notice: ON_TOP })
    }
    return true
  })

const ON_TOP =
  'The store was restored or changed meanwhile: this is its newest state, with your last change on top.'

/** A restore may bring another state under the same number. */
const isSameState = (one: WindowScenario, other: WindowScenario): boolean =>
  one.revision === other.revision && one.updatedAt === other.updatedAt
