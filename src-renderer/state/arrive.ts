import type { WindowScenario } from '#shared/window-document.ts'
import { editContent, labelOfEdits } from './draft.ts'
import { useInputs } from './inputs.ts'
import {
  type Edit,
  type MonthlyUsage,
  monthlyUsageOf,
  present,
  setOpen,
  useOpenScenario,
} from './open-scenario.ts'
import { changedOn } from './scenario-inputs.ts'

/*
 * Another state of a scenario comes: one that was undone or gone back to, or that another window kept. What was changed
 * here and waits to be kept is made anew on top of it, for a person goes on while the store works.
 */

/** A state that is ready to be shown at once. */
export interface Arrived {
  readonly document: WindowScenario
  readonly usage: MonthlyUsage
}

/** Asks for what else is needed to show a state. */
export const arrived = async (document: WindowScenario): Promise<Arrived> => ({
  document,
  usage: await monthlyUsageOf(document.content),
})

/** How many edits there are up to one of them, itself among them; none where it waits no more. */
export const countUpTo = (edits: readonly Edit[], edit: Edit | null): number =>
  edit === null ? 0 : edits.indexOf(edit) + 1

/**
 * Shows a state with the edits on top that wait to be kept, but those up to `letGo`; another scenario is shown as it is.
 * Answers the edits that found nothing to change.
 */
export function showOnTop({ document, usage }: Arrived, letGo: Edit | null = null): readonly Edit[] {
  const { document: before, edits, shown } = useOpenScenario.getState()
  const inputs = useInputs.getState()
  present(document, usage, null)
  if (before?.id !== document.id) return []
  const waiting = edits.slice(countUpTo(edits, letGo))
  const lost = waiting.filter((edit) => !editContent(edit))
  const now = useOpenScenario.getState()
  if (shown !== null && now.shown !== null && shown !== inputs)
    useInputs.setState(changedOn(now.shown, shown, inputs), true)
  if (now.edits.length > 0 || shown !== inputs) setOpen({ save: { kind: 'saving' } })
  return lost
}

/** Shows a state once it is ready; see `showOnTop`. */
export const show = async (document: WindowScenario, letGo: Edit | null = null): Promise<readonly Edit[]> =>
  showOnTop(await arrived(document), letGo)

/** What is told of edits that found nothing to change in the state that came. */
export const lostInWords = (lost: readonly Edit[]): string =>
  `Nothing was left there to do for: ${labelOfEdits(lost)}.`
