import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { companyWith, storeIn, temporaryFolder, valueOf } from './support.ts'
import { seededNumbers } from '../fakes/seeded-numbers.ts'

const WRITER = join(import.meta.dirname, 'kill-writer.ts')
const KILLS = 200
/** A process lives for a random number of edits up to this, and a moment more. */
const MOST_EDITS = 25
/** Some are killed while they start or open the store, before they have said anything. */
const SHARE_KILLED_EARLY = 0.1
const START_MS = 250

it(`loses no acknowledged edit, however often its process is killed (${KILLS} times)`, async () => {
  const random = seededNumbers(20_260_501)
  const folder = temporaryFolder()
  const first = storeIn(folder)
  const { id } = valueOf(first.library.create({ name: 'Acme', document: companyWith('1') }))
  first.close()

  let everAcknowledged = 1
  for (let kill = 0; kill < KILLS; kill++) {
    const life =
      random() < SHARE_KILLED_EARLY
        ? { edits: 0, moment: random() * START_MS }
        : { edits: 1 + Math.floor(random() * MOST_EDITS), moment: random() * 4 }
    const acknowledged = await lastBeforeKill(folder, id, life)
    const store = storeIn(folder)
    const { revision, name } = valueOf(store.library.get(id))
    // The edit in hand when the process was killed may have been accepted without its being said.
    expect(revision, `after kill ${kill + 1}`).toBeGreaterThanOrEqual(
      Math.max(acknowledged, everAcknowledged),
    )
    expect(valueOf(store.info())).toMatchObject({ revisions: revision, trouble: null })
    expect(valueOf(store.check())).toEqual({ checkedDocuments: 1, findings: [] })
    expect(name).toBe('Acme')
    everAcknowledged = revision
    store.close()
  }

  const store = storeIn(folder)
  for (let revision = 2; revision <= everAcknowledged; revision++) {
    const { content } = valueOf(store.library.revision(id, revision))
    expect(content).toEqual(companyWith(`${revision} ${'x'.repeat(((revision - 1) * 37) % 3000)}`).content)
  }
  expect(everAcknowledged).toBeGreaterThan(KILLS)
}, 180_000)

interface Life {
  readonly edits: number
  /** Milliseconds from there to the end. */
  readonly moment: number
}

/** Starts a writer and kills it a moment after so many edits; the last revision it said was accepted, or 0. */
async function lastBeforeKill(folder: string, id: string, { edits, moment }: Life): Promise<number> {
  const writer = spawn(process.execPath, [WRITER, folder, id], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Two hundred processes need not compile the same code two hundred times.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  })
  const ended = once(writer, 'close')
  let said = ''
  let failure = ''
  let timer: NodeJS.Timeout | undefined
  const killIfDue = () => {
    if (said.split('\n').length > edits) timer ??= setTimeout(() => writer.kill('SIGKILL'), moment)
  }
  writer.stderr.setEncoding('utf8').on('data', (text: string) => (failure += text))
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    killIfDue()
  })
  killIfDue()
  const [, signal] = await ended
  if (signal !== 'SIGKILL') throw new Error(failure)
  // What follows the last line break was cut off and counts for nothing.
  return Number(said.split('\n').at(-2) ?? 0)
}
