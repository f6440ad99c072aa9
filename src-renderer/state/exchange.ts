import { create } from 'zustand'
import { MOST_BUNDLE_BYTES, MOST_BUNDLE_SIZE } from '#shared/bundle-file.ts'
import type { ImportOutcome, OnExisting } from '#shared/bundle.ts'
import { call } from './answers.ts'
import type { Problem } from '#shared/problem.ts'
import { about } from './about.ts'
import { keepName, saveNow } from './edits.ts'
import { type Unkept, visit } from './library-actions.ts'
import { report } from './library.ts'
import { download } from './save-file.ts'
import { isAsSeen } from './unsaved.ts'
import { setView } from './view.ts'

/** A file that was picked or dropped: what it is called, and its bytes, which the window does not read. */
export interface PickedFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What an import asks or reports; nothing while none is under way. */
export type Exchange =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'exists'
      readonly file: PickedFile
      readonly unkept: Unkept
      readonly outcome: Extract<ImportOutcome, { kind: 'exists' }>
    }
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly Problem[] }

const NONE: Exchange = { kind: 'none' }

export const useExchange = create<{ readonly exchange: Exchange }>(() => ({ exchange: NONE }))

const say = (exchange: Exchange): void => useExchange.setState({ exchange })
export const endExchange = (): void => say(NONE)

/**
 * Imports a bundle and opens it. Asks first where the open scenario has a change that cannot be kept, and
 * where the store has the bundle's document already.
 */
export async function importBundle(
  file: PickedFile,
  onExisting: OnExisting = 'ask',
  unkept: Unkept = 'ask',
): Promise<void> {
  await keepName()
  if ((await saveNow()) === 'failed' && unkept === 'ask') {
    say(NONE)
    return setView({ goOn: () => void importBundle(file, onExisting, 'discard') })
  }
  const answer = await call('bundles.import', { file: file.bytes, onExisting })
  if (!answer.ok) return say(isCalledOff(answer) ? NONE : refused(file.name, answer.problems))
  const outcome = answer.value
  if (outcome.kind === 'exists') return say({ kind: 'exists', file, unkept, outcome })
  say(NONE)
  report(answer, () => `Imported “${outcome.document.name}”.`)
  await visit(outcome.document.id, unkept)
}

/** The person who called it off knows. */
const isCalledOff = ({ problems }: { readonly problems: readonly Problem[] }): boolean =>
  problems.some(({ code }) => code === 'run.cancelled')

const BUNDLES = '.tierwise'

/** Lets a person pick a file: with the system's dialog where the host has one, with the browser's elsewhere. */
export async function pickAndImport(): Promise<void> {
  if (!(await about()).hasDialogs) return pickInBrowser()
  const answer = await call('files.openBundle', {})
  if (!answer.ok) return say(refused('The file', answer.problems))
  if (answer.value) await importBundle({ name: answer.value.name, bytes: answer.value.file })
}

function pickInBrowser(): void {
  const picker = document.createElement('input')
  picker.type = 'file'
  picker.accept = BUNDLES
  picker.addEventListener('change', () => void importFile(picker.files?.[0]))
  picker.click()
}

/** A file that was picked or dropped. */
export async function importFile(file: File | undefined): Promise<void> {
  if (!file) return
  const { name, size } = file
  if (size > MOST_BUNDLE_BYTES) return say(refused(name, [TOO_LARGE]))
  const bytes = await bytesIn(file)
  if (bytes) await importBundle({ name, bytes })
  else say(refused(name, [UNREADABLE]))
}

/** Null where it is a folder, was moved meanwhile, or may not be read. */
async function bytesIn(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

const refused = (file: string, problems: readonly Problem[]): Exchange => ({
  kind: 'refused',
  file,
  problems,
})

const TOO_LARGE: Problem = {
  code: 'file.unreadable',
  message: `It is larger than ${MOST_BUNDLE_SIZE}, the most that a Tierwise file may be.`,
  path: '',
}

const UNREADABLE: Problem = {
  code: 'file.unreadable',
  message: 'It could not be read: it may be a folder, or be gone, or you may not open it.',
  path: '',
}

/** Writes a scenario to a file of the person's choice; a browser downloads it. */
export async function exportScenario(id: string): Promise<void> {
  if (!(await isAsSeen(id, 'Not exported'))) return
  if ((await about()).hasDialogs) {
    const answer = await call('files.saveBundle', { id })
    if (answer.ok && answer.value === null) return
    return report(answer, (saved) => `Exported to ${saved?.file ?? ''}.`)
  }
  const answer = await call('bundles.export', { id })
  if (answer.ok) download(answer.value.fileName, answer.value.file, 'application/json')
  report(answer, ({ fileName: name }) => `Exported as ${name}.`)
}
