import type { Output } from '#shared/api.ts'
import type { Problem } from '#shared/result.ts'
import { call, foretell } from './backend.ts'
import { openScenario, openStored } from './edits.ts'
import { LANDING } from './inputs.ts'
import { createScenario } from './library-actions.ts'
import { reasonOf, setOpen } from './open-scenario.ts'
import { showSettings } from './settings.ts'

const WORKED_EXAMPLE = 'Worked example: Creator at 400,000 credits a month'

/**
 * Opens what this window showed before: the scenario in its address, the one that was open last, or the newest. A
 * newcomer lands on a worked example. One answer holds all that the first figures need.
 */
export async function openFirst(inAddress: string | null): Promise<void> {
  const begun = await call('window.begin', { scenario: inAddress })
  if (!begun.ok) return nothingOpens(begun.problems)
  showSettings(begun.value.settings)
  foretellAnalysis(begun.value)
  const { opened } = begun.value
  if (opened) return openStored(opened.document, opened.history)
  const made = await createScenario(WORKED_EXAMPLE, LANDING)
  if (!made.ok) return nothingOpens(made.problems)
  await openScenario(made.value.id)
}

function foretellAnalysis({ catalogs, opened }: Output<'window.begin'>): void {
  foretell('catalogs.list', {}, catalogs)
  if (opened?.catalog) foretell('catalogs.get', { id: opened.catalog.id }, opened.catalog)
  if (opened?.compared) foretell('analysis.compare', opened.compared.input, opened.compared.comparison)
}

/** The screen can be used all the same, but keeps nothing. */
const nothingOpens = (problems: readonly Problem[]): void =>
  setOpen({ save: { kind: 'failed', reason: reasonOf(problems) } })
