import type { Result } from '#shared/problem.ts'
import type { DocumentSummary, HistoryStep } from '#shared/library.ts'
import type { WindowScenario } from '#shared/window-document.ts'
import { call } from './answers.ts'
import { inOrder } from './in-order.ts'
import { nameProblem } from './names.ts'
import { arrived, countUpTo, lostInWords, show, showOnTop } from './arrive.ts'
import { type Edit, fetchScenario, reasonOf, setOpen, setSummary, useOpenScenario } from './open-scenario.ts'
import { contentNow, labelOfEdits, newestEdit } from './draft.ts'
import { settleField } from './settling.ts'
import { setView, useView } from './view.ts'

/*
 * Everything that changes the open scenario goes through one queue: an edit, an undo and what another window did never
 * overlap, and each finds the revision that the one before it left.
 */
const next = inOrder()

export function isDirty(): boolean {
  const { document } = useOpenScenario.getState()
  return document !== null && contentNow() !== document.content
}

/** The edits up to one of them as the content to keep; null where none of them waits any more. */
function unsavedUpTo(last: Edit | null) {
  const { document, draft, shown, edits: all } = useOpenScenario.getState()
  const edits = all.slice(0, countUpTo(all, last))
  if (!document || !draft || !shown || edits.length === 0) return null
  const isAll = edits.length === all.length
  const content = isAll ? draft : edits.reduce((now, { change }) => change(now), document.content)
  return { document, edits, content }
}

/**
 * How saving went: all is kept; another window was first, and all is kept on top of its state, or its state is shown and
 * found nothing to change for some; or nothing could be kept.
 */
type Saved = 'kept' | 'on top' | 'overtaken' | 'failed'

/** Another window that is always first would be waited for without end. */
const MOST_TRIES = 5

/** Keeps the edits up to one of them: what comes after it is kept in its own time. */
async function save(last: Edit | null): Promise<Saved> {
  const lost: Edit[] = []
  for (let tries = 1; ; tries++) {
    const answer = await saveOnce(last)
    if (answer.kind !== 'conflict') {
      if (lost.length > 0) setOpen({ notice: `${OVERTAKEN} ${lostInWords(lost)}` })
      if (answer.kind === 'failed' || tries === 1) return answer.kind
      return lost.length > 0 ? 'overtaken' : 'on top'
    }
    const newest = tries < MOST_TRIES ? await fetchScenario(answer.id) : null
    if (newest === null) {
      setOpen({ save: { kind: 'failed', reason: answer.reason } })
      return 'failed'
    }
    lost.push(...(await show(newest)))
  }
}

type SavedOnce =
  | { readonly kind: 'kept' | 'failed' }
  | { readonly kind: 'conflict'; readonly id: string; readonly reason: string }

async function saveOnce(last: Edit | null): Promise<SavedOnce> {
  const edit = unsavedUpTo(last)
  if (!edit) {
    if (!isDirty()) setOpen({ save: { kind: 'saved' } })
    return { kind: 'kept' }
  }
  const { document, edits, content } = edit
  setOpen({ save: { kind: 'saving' }, notice: null })
  const answer = await call('library.edit', {
    id: document.id,
    base: document.revision,
    label: labelOfEdits(edits),
    document: { kind: 'scenario', content },
  })
  if (!answer.ok) {
    const reason = reasonOf(answer.problems)
    if (answer.problems.some(({ code }) => code === 'library.conflict'))
      return { kind: 'conflict', id: document.id, reason }
    if (answer.problems.some(({ code }) => code === 'document.deleted')) await learnOfBin(document.id)
    setOpen({ save: { kind: 'failed', reason } })
    for (const one of edits) if (!triedTogether.has(one)) triedTogether.set(one, edits)
    return { kind: 'failed' }
  }
  setOpen({
    document: { ...document, ...answer.value, kind: 'scenario', content },
    edits: useOpenScenario.getState().edits.slice(edits.length),
  })
  setOpen({
    // What was changed meanwhile is not saved yet: its own timer is running.
    save: { kind: isDirty() ? 'saving' : 'saved' },
    notice: replacedUsage(document, content),
  })
  return { kind: 'kept' }
}

/** Edits that could not be kept, by those that they were first to be kept with: one undo takes these back. */
const triedTogether = new WeakMap<Edit, readonly Edit[]>()

/** It was put in the bin, and this window has not heard of it. */
async function learnOfBin(id: string): Promise<void> {
  const stored = await fetchScenario(id)
  const { document } = useOpenScenario.getState()
  if (stored && document?.id === id) setOpen({ document: { ...document, deletedAt: stored.deletedAt } })
}

const OVERTAKEN = 'It was changed in another window meanwhile.'

const replacedUsage = (before: WindowScenario, after: WindowScenario['content']): string | null =>
  before.content.scenario.usage.kind !== 'pattern' && after.scenario.usage.kind === 'pattern'
    ? 'One monthly figure has taken the place of the usage written out. Undo brings it back.'
    : null

async function reload(id: string, mayWait = false): Promise<boolean> {
  const document = await fetchScenario(id)
  if (!document) return false
  // Nothing is pulled away from under the hand: what is changed meanwhile meets its conflict when it is saved.
  if (mayWait && isDirty()) return true
  tell(await show(document))
  return true
}

/** Says which edits found nothing to change in the state that came. */
function tell(lost: readonly Edit[]): void {
  if (lost.length > 0) setOpen({ notice: lostInWords(lost) })
}

/** Keeps what is on screen, if it differs from what the store has. */
export function saveNow(): Promise<Saved> {
  const last = newestEdit()
  return next(() => save(last))
}

/** Lets go of what is on screen and not kept. */
export function letGo(): Promise<void> {
  const last = newestEdit()
  return next(async () => {
    const { document } = useOpenScenario.getState()
    if (document) await show(document, last)
  })
}

/** How opening went: it is shown, it is not there, or what is on screen would be lost for it. */
export type Opened = 'shown' | 'gone' | 'unsaved'

/** Opens a scenario once what is on screen is kept; what cannot be kept is only let go of where that was said. */
export function openScenario(id: string, change: 'keep' | 'discard' = 'keep'): Promise<Opened> {
  settleField()
  void keepName()
  const last = newestEdit()
  return next(() => open(id, change, last))
}

async function open(id: string, change: 'keep' | 'discard', last: Edit | null): Promise<Opened> {
  for (let upTo = last; ; upTo = newestEdit()) {
    const saved = await save(upTo)
    const { document } = useOpenScenario.getState()
    if (saved === 'failed' && document && change === 'keep') return id === document.id ? 'shown' : 'unsaved'
    const stored = await fetchScenario(id)
    if (!stored) return 'gone'
    const ready = await arrived(stored)
    // What was changed while it was read is of the scenario that was on screen then, and is kept there first.
    if (document && document.id !== id && change === 'keep' && newestEdit() !== null) continue
    tell(showOnTop(ready, saved === 'failed' ? last : null))
    return 'shown'
  }
}

/** Opens a scenario as it was just read, where none is open. */
export const openStored = (document: WindowScenario): Promise<void> =>
  next(async () => void (await show(document)))

/** Undoes the last edit of the open scenario; a change that could not be kept is simply taken back. */
export const undo = (): Promise<void> => step((scope) => call('history.undo', { scope }))
export const redo = (): Promise<void> => step((scope) => call('history.redo', { scope }))

/** The edits without one of them and those that would have been one revision with it. */
function withoutNewest(edits: readonly Edit[], newest: Edit | null): readonly Edit[] {
  const tried = newest === null ? undefined : triedTogether.get(newest)
  return edits.filter((edit) => edit !== newest && (tried === undefined || triedTogether.get(edit) !== tried))
}

/** What is changed after a step was asked for is not meant by it, and comes on top of where it leads. */
function step(take: (scope: string) => Promise<Result<HistoryStep>>): Promise<void> {
  const last = newestEdit()
  return next(async () => {
    const saved = await save(last)
    const { document } = useOpenScenario.getState()
    if (!document || saved === 'overtaken') return
    if (saved === 'failed') {
      setOpen({ edits: withoutNewest(useOpenScenario.getState().edits, last) })
      return tell(await show(document))
    }
    const answer = await take(document.id)
    // Nothing to undo is no news: the button is grey.
    if (answer.ok) await reload(document.id)
  })
}

/** Makes an old revision the newest one. */
export function revertTo(revision: number): Promise<void> {
  const last = newestEdit()
  return next(async () => {
    await save(last)
    const { document } = useOpenScenario.getState()
    if (!document) return
    const answer = await call('library.revert', { id: document.id, revision })
    if (!answer.ok) return setOpen({ notice: reasonOf(answer.problems) })
    if (answer.value.kind === 'scenario') tell(await show(answer.value, last))
  })
}

export const renameOpen = (name: string): Promise<void> =>
  next(async () => {
    const { document } = useOpenScenario.getState()
    if (!document || name.trim() === '' || name.trim() === document.name) return
    const answer = await call('library.rename', { id: document.id, name })
    if (!answer.ok) return setOpen({ notice: reasonOf(answer.problems) })
    setSummary(answer.value)
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
  setSummary(summary)
  if (document.deletedAt !== null && summary.deletedAt === null && isDirty()) await saveNow()
}

/** Another window has changed the open scenario: what was not saved here yet meets its conflict when it is. */
export const followTo = (revision: number): Promise<void> =>
  next(async () => {
    const { document } = useOpenScenario.getState()
    if (!document || revision <= document.revision || isDirty()) return
    await reload(document.id, true)
  })

/**
 * The store was replaced, or may have changed while this window could not be told: whatever is open is read again. A
 * change that is not kept yet stays on screen, and is kept on top of what the store has now; false where nothing is open.
 */
export const reopen = (): Promise<boolean> =>
  next(async () => {
    const { document } = useOpenScenario.getState()
    if (!document) return false
    if (!isDirty()) return reload(document.id)
    const stored = await fetchScenario(document.id)
    // Where it is gone, saving says so.
    if (!stored) return true
    if (isSameState(stored, document)) {
      setOpen({ document: stored })
      await save(newestEdit())
      return true
    }
    const lost = await show(stored)
    const saved = await save(newestEdit())
    if (lost.length > 0) setOpen({ notice: `${MEANWHILE} ${lostInWords(lost)}` })
    else if (saved === 'kept' || saved === 'on top') setOpen({ notice: ON_TOP })
    return true
  })

const MEANWHILE = 'The store was restored or changed meanwhile: this is its newest state.'
const ON_TOP =
  'The store was restored or changed meanwhile: this is its newest state, with your last change on top.'

/** A restore may bring another state under the same number. */
const isSameState = (one: WindowScenario, other: WindowScenario): boolean =>
  one.revision === other.revision && one.updatedAt === other.updatedAt
