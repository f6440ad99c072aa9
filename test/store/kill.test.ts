import { join } from 'node:path'
import { expect, it } from 'vitest'
import { seededNumbers } from '../fakes/seeded-numbers.ts'
import { workerIn } from './kill-work.ts'
import { linesUntilKilled } from './killed-process.ts'
import { rowsIn } from './rows.ts'
import { storeIn, temporaryFolder, valueOf } from './support.ts'

/** Of the many that there may be, `TIERWISE_KILLS` asks for more. */
const KILLS = Number(process.env.TIERWISE_KILLS ?? 100)
/** A process lives for a random number of steps up to this, and a moment more. */
const MOST_STEPS = 25
/** Some are killed while they start or open the store, before they have said anything. */
const SHARE_KILLED_EARLY = 0.1
const START_MS = 250
const STEP_MS = 8

it(`loses nothing that was acknowledged, whatever it is killed at (${KILLS} times)`, async () => {
  const random = seededNumbers(20_260_501)
  const [folder, reference] = [temporaryFolder(), temporaryFolder()]
  storeIn(folder).close()
  const rowsAfter = (steps: readonly number[]) => {
    const worker = workerIn(reference)
    for (const step of steps) worker.take(step)
    worker.store().close()
    return rowsIn(join(reference, 'tierwise.db'))
  }

  let next = 1
  const taken = new Map<string, number>()
  for (let kill = 1; kill <= KILLS; kill++) {
    const life =
      random() < SHARE_KILLED_EARLY
        ? { lines: 0, moment: random() * START_MS }
        : { lines: 1 + Math.floor(random() * MOST_STEPS), moment: random() * STEP_MS }
    const said = await linesUntilKilled(
      'kill-writer.ts',
      [folder, String(next)],
      life,
      join(folder, 'compiled'),
    )
    const steps = said.map((line) => Number.parseInt(line, 10))
    for (const name of said.map((line) => line.replace(/^\d+ /, '')))
      taken.set(name, (taken.get(name) ?? 0) + 1)
    next += steps.length

    const store = storeIn(folder)
    expect(valueOf(store.info()), `after kill ${kill}`).toMatchObject({ trouble: null, setAside: [] })
    expect(valueOf(store.check()).findings, `after kill ${kill}`).toEqual([])
    store.close()
    const rows = rowsIn(join(folder, 'tierwise.db'))
    // The step in hand when the process was killed may have been taken without its being said.
    const expected = rowsAfter(steps)
    const isTaken = JSON.stringify(rows) !== JSON.stringify(expected)
    expect(rows, `after kill ${kill}, in step ${next}`).toEqual(isTaken ? rowsAfter([next]) : expected)
    if (isTaken) next++
  }

  // Enough of each kind that some are killed in the middle of it.
  for (const name of ['edit', 'undo an edit', 'restore a backup', 'restore from the bin', 'import'])
    expect({ name, often: (taken.get(name) ?? 0) > KILLS / 20 }).toEqual({ name, often: true })
}, 900_000)
