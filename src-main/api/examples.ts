import { contentOf, examples, findExample, type TeachingExample } from '#main/examples/index.ts'
import type { Store } from '#main/store/index.ts'
import { stateOf } from '#main/store/state.ts'
import { canonicalJson } from '#shared/canonical-json.ts'
import type { OpenedExample } from '#shared/examples.ts'
import type { DocumentSummary, StoredDocument } from '#shared/library.ts'
import { refuse, type Result, succeed } from '#shared/problem.ts'
import type { AreaHandlers } from './handlers.ts'
import type { KeptServices } from './services.ts'

/** The teaching examples, and how each comes into the library as often as it is asked for. */
export const examplesArea = ({ store, events }: KeptServices): AreaHandlers<'examples'> => ({
  'examples.list': () =>
    succeed(
      examples.map(({ id, name, question, lookFor, tags }) => ({
        id,
        name,
        question,
        lookFor,
        tags: [...tags],
      })),
    ),
  'examples.open': ({ id }) => {
    const example = findExample(id)
    if (!example) {
      return refuse({ code: 'example.unknown', message: 'There is no such teaching example.', path: 'id' })
    }
    const opened = openedIn(store, example)
    if (opened.ok && opened.value.how !== 'found') {
      events.emit({ kind: 'document', document: opened.value.document })
      events.emit({ kind: 'history', scope: 'library' })
    }
    return opened
  },
})

function openedIn(store: Store, example: TeachingExample): Result<OpenedExample> {
  const inUse = untouched(store, example, false)
  if (!inUse.ok) return inUse
  if (inUse.value) return succeed({ how: 'found', document: inUse.value })
  const binned = untouched(store, example, true)
  if (!binned.ok) return binned
  const document = binned.value ? store.library.restore(binned.value.id) : made(store, example)
  return document.ok
    ? succeed({ how: binned.value ? 'restored' : 'made', document: document.value })
    : document
}

/** Copies of an example remember it, too: of so many, the newest, each is read. */
const MOST_READ = 20

/** A document that is as the example comes; null where there is none. One that cannot be read is none. */
function untouched(
  { library }: Store,
  example: TeachingExample,
  deleted: boolean,
): Result<DocumentSummary | null> {
  const named = library.list({
    kind: 'scenario',
    deleted,
    search: `${example.id} ${example.name}`,
    limit: MOST_READ,
    offset: 0,
  })
  if (!named.ok) return named
  const found = named.value.find(({ id, name }) => {
    if (!isNameOf(example, name)) return false
    const document = library.get(id)
    return document.ok && isAsMade(example, document.value)
  })
  return succeed(found ?? null)
}

/** The example's own, or that with the number it was given beside one that has it. */
const isNameOf = (example: TeachingExample, name: string): boolean =>
  name.startsWith(example.name) && /^(?: \d+)?$/.test(name.slice(example.name.length))

const isAsMade = (example: TeachingExample, { name, content }: StoredDocument): boolean =>
  canonicalJson(content) === writtenUnder(name, example)

const writtenUnder = (name: string, example: TeachingExample): string =>
  stateOf(name, { kind: 'scenario', content: contentOf(example) }).content

function made({ library }: Store, example: TeachingExample): Result<DocumentSummary> {
  const name = library.freeName('scenario', example.name)
  if (!name.ok) return name
  const content = writtenUnder(name.value, example)
  return library.take({ kind: 'scenario', name: name.value, content, label: `Open “${name.value}”` })
}
