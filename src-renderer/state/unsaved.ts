import { refuse } from '#shared/result.ts'
import { keepName, saveNow } from './edits.ts'
import { report } from './library.ts'
import { setOpen, useOpenScenario } from './open-scenario.ts'

/*
 * What is done with a scenario is done with it as the store has it. Where a change on screen could not be kept, that is
 * another state than the one a person sees, so it is not done, and said.
 */

/** Why the last change of the open scenario could not be kept; empty where it could. */
export function unkeptReason(): string {
  const { save } = useOpenScenario.getState()
  return save.kind === 'failed' ? save.reason : ''
}

/** Keeps what is on screen; false where the scenario is not as it was seen, after saying what was `undone` for it. */
export async function isAsSeen(id: string, undone: string): Promise<boolean> {
  await keepName()
  const saved = await saveNow()
  if (saved === 'kept' || useOpenScenario.getState().document?.id !== id) return true
  if (saved === 'on top' || saved === 'overtaken') {
    const { notice } = useOpenScenario.getState()
    const message =
      saved === 'overtaken' && notice !== null
        ? `${undone}. ${notice}`
        : `${undone}: it was changed in another window meanwhile. This is the newest state, with your last change on top.`
    setOpen({ notice: message })
    report(refuse({ code: 'library.conflict', message, path: '' }), () => '')
    return false
  }
  const reason = unkeptReason()
  const message = `${undone}: your last change cannot be saved. ${reason}`
  setOpen({ save: { kind: 'failed', reason: `${reason} ${undone}.` } })
  report(refuse({ code: 'library.unsaved', message, path: '' }), () => '')
  return false
}
