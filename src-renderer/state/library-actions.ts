import type { CatalogSummary } from '#shared/api.ts'
import type { Result } from '#shared/problem.ts'
import type { Screen } from '#shared/screens.ts'
import type { WindowDocument } from '#shared/window-document.ts'
import { answers, call } from './answers.ts'
import { knownPlans } from './draft.ts'
import { keepName, openScenario, saveNow, startNaming, takeSummary } from './edits.ts'
import { freeName } from './free-name.ts'
import { hasNothingTo } from './history.ts'
import { catalogId, type Inputs, LANDING } from './inputs.ts'
import { type OlderVersion, report, reportDamaged, select, startRenaming, useLibrary } from './library.ts'
import { isDamaged, newestReadable } from './older-version.ts'
import { reasonOf, useOpenScenario } from './open-scenario.ts'
import { useResults } from './results.ts'
import { goTo, showsScenario, useRoute } from './route.ts'
import { newContent } from './scenario-inputs.ts'
import { neighbourOf } from './scenario-list.ts'
import { isAsSeen } from './unsaved.ts'
import { setView } from './view.ts'

/*
 * What can be done with whole scenarios, on the Scenarios screen and by command; undo of it is the library's own.
 */

const today = (): string => new Date().toISOString().slice(0, 10)

/** The newest of the catalogues that are in force on a day; the landing one while none is known. */
export const newestCatalog = (on: string): string =>
  useResults
    .getState()
    .catalogs.filter(({ date }) => date <= on)
    .reduce<CatalogSummary | null>(
      (best, each) => (best === null || each.date > best.date ? each : best),
      null,
    )?.id ?? catalogId(LANDING.catalog)

/** Puts a scenario into the store. */
export function createScenario(name: string, inputs: Inputs): Promise<Result<WindowDocument>> {
  const content = newContent(name, inputs, today(), knownPlans)
  return call('library.create', { name, document: { kind: 'scenario', content } })
}

/** What to do with a change of the open scenario that cannot be kept: ask, or let go of it. */
export type Unkept = 'ask' | 'discard'

/** Makes a scenario, opens it on the screen where one is and lets its name be typed. */
export async function newScenario(unkept: Unkept = 'ask'): Promise<void> {
  await keepName()
  if (unkept === 'ask' && (await saveNow()) === 'failed' && useOpenScenario.getState().document)
    return setView({ goOn: () => void newScenario('discard') })
  const wanted = 'New scenario'
  const like = await answers.ask('library.whole', { bin: false, search: wanted, tag: null })
  const taken = new Set(like.ok ? like.value.map(({ name }) => name) : [])
  const answer = await createScenario(freeName(wanted, taken), {
    ...LANDING,
    catalog: newestCatalog(today()),
  })
  report(answer, ({ name }) => `Made “${name}”.`)
  if (!answer.ok) return
  const { screen } = useRoute.getState()
  await visit(answer.value.id, unkept, showsScenario(screen) ? screen : 'compare')
  if (useOpenScenario.getState().document?.id === answer.value.id) startNaming()
}

/** Shows a scenario on a screen, which is Compare unless one is named. */
export async function visit(id: string, unkept: Unkept = 'ask', where: Screen = 'compare'): Promise<void> {
  const opened = await openScenario(id, unkept === 'ask' ? 'keep' : 'discard')
  if (opened === 'unsaved') return setView({ goOn: () => void visit(id, 'discard', where) })
  if (opened === 'shown') goTo(where, id)
  else await sayWhyNot(id)
}

async function sayWhyNot(id: string): Promise<void> {
  const why = await whyNot(id)
  const older = isDamaged(why) ? await newestReadable(id) : null
  if (older !== null && !why.ok) reportDamaged(reasonOf(why.problems), older)
  else report(why, () => '')
}

/** Makes an older version of a damaged scenario its newest one, and shows it. */
export async function goBackTo({ id, revision }: OlderVersion): Promise<void> {
  const answer = await call('library.revert', { id, revision })
  report(answer, ({ name }) => `Went back to an older version of “${name}”.`)
  if (answer.ok) await visit(id)
}

/** Why a scenario cannot be shown: it is gone, or it is there and cannot be read. */
async function whyNot(id: string): Promise<Result<unknown>> {
  const answer = await call('library.get', { id })
  return answer.ok || answer.problems.some(({ code }) => code === 'document.unknown') ? GONE : answer
}

/** Goes back to the scenario with a change that cannot be kept. */
export function stay(): void {
  setView({ goOn: null })
  const { screen } = useRoute.getState()
  goTo(showsScenario(screen) ? screen : 'compare', useOpenScenario.getState().document?.id ?? null)
}

const GONE = {
  ok: false,
  problems: [{ code: 'library.unknown', message: 'That scenario is not in the store any more.', path: 'id' }],
} as const

export async function duplicateScenario(id: string): Promise<string | null> {
  if (!(await isAsSeen(id, 'Not duplicated'))) return null
  const answer = await call('library.duplicate', { id })
  report(answer, (document) => `Made “${document.name}”.`)
  if (!answer.ok) return null
  select(answer.value.id)
  return answer.value.id
}

/** Makes a copy that remembers what it was branched from, and opens it. */
export async function branchScenario(id: string): Promise<void> {
  if (!(await isAsSeen(id, 'Not branched'))) return
  const answer = await call('library.branch', { id })
  report(answer, ({ name }) => `Made “${name}”.`)
  if (answer.ok) await visit(answer.value.id)
}

/** Opens a teaching example as it comes, whatever was made of it before. */
export async function openExample(id: string): Promise<void> {
  const answer = await call('examples.open', { id })
  report(answer, ({ how, document }) => `${HOW_OPENED[how]} “${document.name}”.`)
  // Its question is answered by the whole account, and not by its usage alone.
  if (answer.ok) await visit(answer.value.document.id, 'ask', 'account')
}

const HOW_OPENED = { found: 'Opened', restored: 'Restored', made: 'Made' } as const

/** Puts a scenario in the bin. */
export async function deleteScenario(id: string): Promise<void> {
  await saveNow()
  const neighbour = neighbourOf(id)
  const answer = await call('library.delete', { id })
  if (answer.ok) select(neighbour)
  report(answer, ({ name }) => `Deleted “${name}”.`)
}

export async function restoreScenario(id: string): Promise<void> {
  const neighbour = neighbourOf(id)
  const answer = await call('library.restore', { id })
  if (answer.ok) {
    select(useLibrary.getState().bin ? neighbour : id)
    await takeSummary(answer.value)
  }
  report(answer, ({ name }) => `Restored “${name}”.`)
}

export async function renameScenario(id: string, name: string): Promise<void> {
  startRenaming(null)
  report(await call('library.rename', { id, name }), (document) => `Renamed to “${document.name}”.`)
}

export const undoInLibrary = (): Promise<void> => step('undo', 'Undone')
export const redoInLibrary = (): Promise<void> => step('redo', 'Redone')

async function step(direction: 'undo' | 'redo', done: string): Promise<void> {
  // Nothing to undo is no news: the button is grey.
  const isGrey = hasNothingTo(direction, 'library')
  const answer = await call(`history.${direction}`, { scope: 'library' })
  if (!answer.ok && isGrey) return
  if (answer.ok) {
    select(answer.value.document.id)
    await takeSummary(answer.value.document)
  }
  report(answer, ({ label }) => `${done}: ${label}.`)
}
