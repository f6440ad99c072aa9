import type { Output } from '#shared/api.ts'
import { type Problem, succeed } from '#shared/result.ts'
import { answers, call } from './answers.ts'
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
  keepAnswers(begun.value)
  const { opened } = begun.value
  if (opened) return openStored(opened.document)
  const made = await createScenario(WORKED_EXAMPLE, LANDING)
  if (!made.ok) return nothingOpens(made.problems)
  await openScenario(made.value.id)
}

/** What came with the answer is kept as if it had been asked for by itself. */
function keepAnswers({ catalogs, opened }: Output<'window.begin'>): void {
  answers.keep('catalogs.list', {}, succeed(catalogs))
  if (!opened) return
  answers.keep('history.state', { scope: opened.document.id }, succeed(opened.history))
  if (opened.catalog) answers.keep('catalogs.get', { id: opened.catalog.id }, succeed(opened.catalog))
  if (opened.compared)
    answers.keep('analysis.compare', opened.compared.input, succeed(opened.compared.comparison))
}

/** The screen can be used all the same, but keeps nothing. */
const nothingOpens = (problems: readonly Problem[]): void =>
  setOpen({ save: { kind: 'failed', reason: reasonOf(problems) } })
