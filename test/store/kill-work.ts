import { elevenLabs202604 } from '#main/catalogs/elevenlabs-2026-04/index.ts'
import { openStore, type Store } from '#main/store/index.ts'
import { stateOf } from '#main/store/state.ts'
import type { DocumentKind, DocumentSummary } from '#shared/library.ts'
import type { Result } from '#shared/problem.ts'
import { seededNumbers } from '../fakes/seeded-numbers.ts'

/*
 * Work on a store, one numbered step after another, that comes out the same wherever it is done: what a step does
 * rests on its number and on what is in the store, and so do the ids and instants it gives.
 */

export interface Worker {
  readonly store: () => Store
  /** Answers what was done, or null where it was refused. */
  readonly take: (step: number) => string | null
}

const START = Date.parse('2026-05-01T12:00:00Z')
const KINDS: readonly DocumentKind[] = ['company', 'catalog']

export function workerIn(folder: string): Worker {
  let number = 0
  let made = 0
  const open = (): Store => {
    const opened = openStore({
      folder,
      now: () => new Date(START + number * 1000),
      newId: () => `00000000-0000-4000-8000-${String(number * 100 + made++).padStart(12, '0')}`,
    })
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
    return opened.value
  }
  let store = open()
  return {
    store: () => store,
    take: (step) => {
      number = step
      made = 0
      const random = seededNumbers(step)
      const name = pick(Object.keys(STEPS), random) ?? ''
      if (name === 'reopen') {
        store.close()
        store = open()
      }
      return STEPS[name]?.(store, step, random)?.ok ? name : null
    },
  }
}

type Random = () => number
type Step = (store: Store, step: number, random: Random) => Result<unknown> | undefined

const pick = <T>(items: readonly T[], random: Random): T | undefined =>
  items[Math.floor(random() * items.length)]

function documentsIn(store: Store, deleted: boolean): readonly DocumentSummary[] {
  return KINDS.flatMap((kind) => {
    const listed = store.library.list({ kind, deleted, search: '', limit: 1000, offset: 0 })
    return listed.ok ? listed.value : []
  })
}

const idIn = (store: Store, random: Random, deleted = false): string =>
  pick(documentsIn(store, deleted), random)?.id ?? ''

const companyOf = (step: number, random: Random) => ({
  kind: 'company' as const,
  content: { notes: `${step} ${'x'.repeat(random() * 6000)}`, scenarios: [], datasets: [] },
})

const edit: Step = ({ library }, step, random) => {
  const companies = library.list({ kind: 'company', deleted: false, search: '', limit: 1000, offset: 0 })
  const company = pick(companies.ok ? companies.value : [], random)
  return (
    company &&
    library.edit({
      id: company.id,
      base: company.revision,
      label: `Edit ${step}`,
      document: companyOf(step, random),
    })
  )
}

const bringIn: Step = ({ library }, step, random) => {
  const document =
    random() < 0.5 ? { kind: 'catalog' as const, content: elevenLabs202604 } : companyOf(step, random)
  const { kind } = document
  return library.take({ kind, ...stateOf(`File ${step}`, document), label: `Import “File ${step}”` })
}

const STEPS: Readonly<Record<string, Step>> = {
  edit,
  'edit again': edit,
  'edit once more': edit,
  import: bringIn,
  'import in place of one': (store, step, random) =>
    store.library.replace({
      id: idIn(store, random),
      kind: 'company',
      ...stateOf(`File ${step}`, companyOf(step, random)),
      label: `Import “File ${step}”`,
    }),
  create: ({ library }, step, random) =>
    library.create({ name: `Company ${step}`, document: companyOf(step, random) }),
  duplicate: (store, _step, random) => store.library.duplicate(idIn(store, random)),
  rename: (store, step, random) => store.library.rename(idIn(store, random), `Renamed ${step}`),
  'undo an edit': (store, _step, random) => store.history.undo(idIn(store, random)),
  'redo an edit': (store, _step, random) => store.history.redo(idIn(store, random)),
  'undo in the library': ({ history }) => history.undo('library'),
  'redo in the library': ({ history }) => history.redo('library'),
  delete: (store, _step, random) => store.library.delete(idIn(store, random)),
  'restore from the bin': (store, _step, random) => store.library.restore(idIn(store, random, true)),
  'change a setting': ({ settings }, step) => settings.change({ lastScenario: String(step) }),
  'back up': (store) => store.backup(),
  'restore a backup': (store) => {
    const info = store.info()
    const backup = info.ok ? info.value.backups.find(({ reason }) => reason === 'asked') : undefined
    return backup && store.restore(backup.name)
  },
  reopen: (store) => store.info(),
}
