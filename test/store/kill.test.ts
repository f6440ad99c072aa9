import { join } from 'node:path'
import { expect, it } from 'vitest'
import { linesUntilKilled } from './killed-process.ts'
import { companyWith, storeIn, temporaryFolder, valueOf } from './support.ts'
import { seededNumbers } from '../fakes/seeded-numbers.ts'

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
        ? { lines: 0, moment: random() * START_MS }
        : { lines: 1 + Math.floor(random() * MOST_EDITS), moment: random() * 4 }
    const said = await linesUntilKilled('kill-writer.ts', [folder, id], life, join(folder, 'compiled'))
    const acknowledged = Number(said.at(-1) ?? 0)
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
}, 600_000)
