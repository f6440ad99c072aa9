import { join } from 'node:path'
import { expect, it } from 'vitest'
import { seededNumbers } from '../fakes/seeded-numbers.ts'
import { linesUntilKilled } from './killed-process.ts'
import { companyWith, namesIn, storeIn, temporaryFolder, valueOf } from './support.ts'

const KILLS = 40
/** About as long as one takes, so that some are killed in the middle of it. */
const RESTORE_MS = 12

it(`has one store or the other, whole, when it is killed while it restores (${KILLS} times)`, async () => {
  const random = seededNumbers(40)
  const folder = temporaryFolder()
  const first = storeIn(folder)
  const add = (name: string) => valueOf(first.library.create({ name, document: companyWith(name) }))
  add('Acme')
  const small = valueOf(first.backup()).name
  add('Bolt')
  const large = valueOf(first.backup()).name
  first.close()

  const seen = new Set<string>()
  for (let kill = 0; kill < KILLS; kill++) {
    const life = { lines: 1 + Math.floor(random() * 3), moment: random() * RESTORE_MS }
    const said = await linesUntilKilled(
      'kill-restorer.ts',
      [folder, small, large],
      life,
      join(folder, 'compiled'),
    )
    const store = storeIn(folder)
    expect(valueOf(store.info()).trouble, `after kill ${kill + 1}`).toBe(null)
    expect(valueOf(store.check()).findings).toEqual([])
    const names = namesIn(store).toSorted().join(' and ')
    // What was said was done; the next may have been done without its being said.
    expect(['Acme', 'Acme and Bolt']).toContain(names)
    seen.add(`${said.at(-1) === small ? 'Acme' : 'Acme and Bolt'} was said, ${names} is there`)
    store.close()
  }
  expect(seen.size).toBeGreaterThan(1)
}, 600_000)
