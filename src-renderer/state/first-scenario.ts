import type { Problem } from '#shared/problem.ts'
import { call } from './backend.ts'
import { openScenario } from './edits.ts'
import { LANDING } from './inputs.ts'
import { createScenario } from './library-actions.ts'
import { fetchScenario, reasonOf, setOpen } from './open-scenario.ts'
import { useSettings } from './settings.ts'

const WORKED_EXAMPLE = 'Worked example: Creator at 400,000 credits a month'

/**
 * Opens what this window showed before: the scenario in its address, the one that was open last, or the newest. A
 * newcomer lands on a worked example.
 */
export async function openFirst(inAddress: string | null): Promise<void> {
  const { lastScenario } = useSettings.getState()
  for (const id of [inAddress, lastScenario]) {
    if (id !== null && (await isInUse(id)) && (await openScenario(id)) === 'shown') return
  }
  const list = await call('library.list', { kind: 'scenario' })
  if (!list.ok) return nothingOpens(list.problems)
  const newest = list.value.toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))[0]
  if (newest) return void (await openScenario(newest.id))
  const made = await createScenario(WORKED_EXAMPLE, LANDING)
  if (!made.ok) return nothingOpens(made.problems)
  await openScenario(made.value.id)
}

/** The screen can be used all the same, but keeps nothing. */
const nothingOpens = (problems: readonly Problem[]): void =>
  setOpen({ save: { kind: 'failed', reason: reasonOf(problems) } })

async function isInUse(id: string): Promise<boolean> {
  const document = await fetchScenario(id)
  return document !== null && document.deletedAt === null
}
