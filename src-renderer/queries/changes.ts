import type { Method } from '#shared/api.ts'
import type { AppEvent } from '#shared/events.ts'
import type { Question } from './questions.ts'

/** A call whose answer is not kept: it changes something, or is asked for what it says at this very moment. */
export type Change = Exclude<Method, Question>

/** The questions whose answers are out of date; all of the store where another one may have taken its place. */
export type Outdated = readonly Question[] | 'all of the store'

const NOTHING: Outdated = []
const DOCUMENTS: readonly Question[] = ['library.whole', 'library.tags', 'library.revisions', 'store.info']
const DOCUMENTS_AND_UNDO: Outdated = [...DOCUMENTS, 'history.state']

/** What a call leaves out of date in the window that makes it. */
export const OUTDATED_BY_CALL: Readonly<Record<Change, Outdated>> = {
  'library.create': DOCUMENTS_AND_UNDO,
  'library.edit': DOCUMENTS_AND_UNDO,
  'library.rename': DOCUMENTS_AND_UNDO,
  'library.branch': DOCUMENTS_AND_UNDO,
  'library.duplicate': DOCUMENTS_AND_UNDO,
  'library.delete': DOCUMENTS_AND_UNDO,
  'library.restore': DOCUMENTS_AND_UNDO,
  'library.revert': DOCUMENTS_AND_UNDO,
  'library.nameVersion': ['library.revisions'],
  'history.undo': DOCUMENTS_AND_UNDO,
  'history.redo': DOCUMENTS_AND_UNDO,
  'examples.open': DOCUMENTS_AND_UNDO,
  'bundles.import': DOCUMENTS_AND_UNDO,
  'settings.change': NOTHING,
  'store.backup': ['store.info'],
  'store.restore': 'all of the store',
  'secrets.set': ['secrets.state'],
  'secrets.clear': ['secrets.state'],
  // One page is no list.
  'library.list': NOTHING,
  // An edit is made to what the store has, not to what it had when it was last asked.
  'library.get': NOTHING,
  'window.begin': NOTHING,
  'settings.get': NOTHING,
  'store.check': NOTHING,
  // Each of its comparisons is kept by itself.
  'analysis.compareMany': NOTHING,
  'bundles.export': NOTHING,
  'export.workbook': NOTHING,
  'export.storedWorkbook': NOTHING,
  'files.saveBundle': NOTHING,
  'files.openBundle': NOTHING,
  'files.save': NOTHING,
  'files.printPdf': NOTHING,
  'files.showStore': NOTHING,
  // Kept where it was worked out; who shows it remembers what it comes to.
  'results.open': NOTHING,
  'results.cancel': NOTHING,
  // Goes into a file part by part: nobody shows it.
  'results.table': NOTHING,
  'runs.start': NOTHING,
  'runs.list': NOTHING,
  'runs.cancel': NOTHING,
  'runs.result': NOTHING,
}

/** What every window has out of date once it hears of something. */
export const OUTDATED_BY_EVENT: Readonly<Record<AppEvent['kind'], Outdated>> = {
  document: DOCUMENTS,
  history: ['history.state'],
  secret: ['secrets.state'],
  store: 'all of the store',
  settings: NOTHING,
  run: NOTHING,
  job: NOTHING,
  open: NOTHING,
  openFailed: NOTHING,
  command: NOTHING,
}
