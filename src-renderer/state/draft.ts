import type { WindowContent } from '#shared/window-document.ts'
import { planNames } from '#renderer/finding/plan-names.ts'
import { labelOf, type Names, oneLabel } from './edit-label.ts'
import { type Inputs, showUsage, useInputs } from './inputs.ts'
import { type Edit, monthlyUsageOf, setOpen, useOpenScenario } from './open-scenario.ts'
import { useResults } from './results.ts'
import { changedFields, inputsOf, type PlansOf, withInputs } from './scenario-inputs.ts'

/*
 * The open scenario as it is on screen, kept or not. Compare edits a few of its fields as `Inputs`, for they change with
 * every frame of a drag; everything else is edited here, and finds what Compare changed before.
 */

export type WindowAccount = WindowContent['scenario']

export const knownPlans: PlansOf = (catalog) =>
  typeof catalog === 'string'
    ? (useResults.getState().catalogs.find(({ id }) => id === catalog)?.plans ?? [])
    : catalog.plans.map(({ id }) => id)

export function names(): Names {
  const { catalogs, plans } = useResults.getState()
  return {
    catalog: (ref) =>
      typeof ref === 'string' ? (catalogs.find(({ id }) => id === ref)?.name ?? ref) : ref.name,
    plan: planNames(plans),
  }
}

/** A draft with what Compare's inputs have changed since. */
const draftNow = (draft: WindowContent, shown: Inputs, inputs: Inputs): WindowContent =>
  withInputs(draft, shown, inputs, knownPlans)

/** The content made last of what: whoever looks again has the same one. */
let made: { readonly of: readonly unknown[]; readonly content: WindowContent } | null = null

function contentOf(draft: WindowContent | null, shown: Inputs | null, inputs: Inputs): WindowContent | null {
  if (!draft || !shown) return null
  const of = [draft, shown, inputs]
  if (made?.of.every((part, place) => part === of[place]) !== true)
    made = { of, content: draftNow(draft, shown, inputs) }
  return made.content
}

/** The open scenario's content as it is on screen; null where none is open. */
export function contentNow(): WindowContent | null {
  const { draft, shown } = useOpenScenario.getState()
  return contentOf(draft, shown, useInputs.getState())
}

/** The open scenario's content as it is on screen, for a component. */
export function useContent(): WindowContent | null {
  const draft = useOpenScenario((open) => open.draft)
  const shown = useOpenScenario((open) => open.shown)
  const inputs = useInputs()
  return contentOf(draft, shown, inputs)
}

/** The open scenario's account as it is on screen, for a component. */
export const useAccount = (): WindowAccount | null => useContent()?.scenario ?? null

/**
 * Changes the open scenario: on screen at once, and kept a moment later as one revision with whatever else was changed
 * until then. `of` names what is changed, so that typing a figure is one edit. `change` must give the very same object
 * back where there is nothing to change, and is made anew where another window was first.
 */
export function editAccount(
  label: string,
  change: (account: WindowAccount) => WindowAccount,
  of: string = label,
): void {
  void tryAccount(label, change, of)
}

/** The same; false where it found nothing to change. */
export const tryAccount = (
  label: string,
  change: (account: WindowAccount) => WindowAccount,
  of: string = label,
): boolean =>
  editContent({
    label,
    of,
    change: (content) => {
      const scenario = change(content.scenario)
      return scenario === content.scenario ? content : { ...content, scenario }
    },
  })

/** Who is told of each edit of the open scenario while it is made, and so before anything is drawn of it. */
const hearing = new Set<() => void>()

/** Tells of each edit from now on; answers how to end that. */
export function hearEdits(hear: () => void): () => void {
  hearing.add(hear)
  return () => void hearing.delete(hear)
}

/** Changes what is kept of the open scenario; see `editAccount`. False where it found nothing to change. */
export function editContent(edit: Edit): boolean {
  const { draft, shown, edits } = useOpenScenario.getState()
  if (!draft || !shown) return false
  const inputs = useInputs.getState()
  const before = draftNow(draft, shown, inputs)
  const after = edit.change(before)
  if (after === before) return false
  const ofCompare = before === draft ? [] : [compareEdit(shown, inputs)]
  const inputsAfter = inputsOf(after, inputs.usage, inputs)
  setOpen({ draft: after, shown: inputsAfter, edits: [...edits, ...ofCompare, edit] })
  useInputs.setState(inputsAfter, true)
  for (const hear of hearing) hear()
  if (after.scenario.usage !== before.scenario.usage) void showFigure(after)
  return true
}

/** What was changed on Compare since, as an edit. */
const compareEdit = (shown: Inputs, inputs: Inputs): Edit => ({
  label: labelOf(shown, inputs, names()),
  of: `compare ${changedFields(shown, inputs).join(' ')}`,
  change: (content) => withInputs(content, shown, inputs, knownPlans),
})

/** Takes what was changed on Compare among the edits, and answers the newest of all; null where none waits to be kept. */
export function newestEdit(): Edit | null {
  const { draft, shown, edits } = useOpenScenario.getState()
  const content = contentNow()
  const inputs = useInputs.getState()
  if (shown && content !== draft)
    setOpen({ draft: content, shown: inputs, edits: [...edits, compareEdit(shown, inputs)] })
  return useOpenScenario.getState().edits.at(-1) ?? null
}

/** The figure a month that stands for usage which is written out or by streams comes from the engine. */
async function showFigure(content: WindowContent): Promise<void> {
  const { credits, problem } = await monthlyUsageOf(content)
  const { draft, shown } = useOpenScenario.getState()
  if (draft?.scenario.usage !== content.scenario.usage || !shown) return
  // Who has typed another figure on Compare meanwhile means that one.
  if (useInputs.getState().usageIsSet) return
  setOpen({ shown: { ...shown, usage: credits, usageIsSet: false }, unbilled: problem })
  showUsage(credits)
}

/** What edits that are kept together did: each thing once, by what became of it. */
export function labelOfEdits(edits: readonly Edit[]): string {
  const labels = new Map<string, string>()
  for (const { of, label } of edits) labels.set(of, label)
  return oneLabel([...labels.values()])
}
