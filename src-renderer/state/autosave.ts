import { isDirty, saveNow } from './edits.ts'
import { useInputs } from './inputs.ts'
import { setOpen, useOpenScenario } from './open-scenario.ts'
import { settleField } from './settling.ts'

/** How long after the last change an edit counts as finished. */
const REST_MS = 300
/** After the button is released the last change of a drag is still a frame away. */
const RELEASE_MS = 50

/**
 * Keeps what is changed of the open scenario: when a drag ends, or a moment after the last change, so that each
 * gesture is one revision. `stop` ends it.
 */
export function startAutosave(surface: EventTarget = window): { readonly stop: () => void } {
  let pressed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const finishIn = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(finish, milliseconds)
  }
  function finish(): void {
    clearTimeout(timer)
    timer = undefined
    if (!pressed) void saveNow()
  }

  const changed = () => {
    if (useOpenScenario.getState().save.kind !== 'saving') setOpen({ save: { kind: 'saving' } })
    finishIn(REST_MS)
  }
  const leaveInputs = useInputs.subscribe((inputs, before) => {
    const { shown } = useOpenScenario.getState()
    if (shown !== null && inputs !== before && inputs !== shown) changed()
  })
  const leaveEdits = useOpenScenario.subscribe(({ edits, document }, before) => {
    if (document === before.document && edits.length > before.edits.length) changed()
  })
  const press = () => {
    // Another gesture begins: what the one before it left is a revision of its own, to be undone by itself.
    if (timer !== undefined) finish()
    pressed = true
  }
  const release = () => {
    pressed = false
    if (timer !== undefined || useOpenScenario.getState().save.kind === 'saving') finishIn(RELEASE_MS)
  }
  const hide = () => {
    pressed = false
    if (isDirty()) finish()
  }
  surface.addEventListener('pointerdown', press, { capture: true })
  surface.addEventListener('pointerup', release, { capture: true })
  surface.addEventListener('pointercancel', release, { capture: true })
  const leave = () => {
    settleField()
    hide()
  }
  surface.addEventListener('pagehide', leave)
  surface.addEventListener('blur', hide)
  return {
    stop: () => {
      leaveInputs()
      leaveEdits()
      clearTimeout(timer)
      surface.removeEventListener('pointerdown', press, { capture: true })
      surface.removeEventListener('pointerup', release, { capture: true })
      surface.removeEventListener('pointercancel', release, { capture: true })
      surface.removeEventListener('pagehide', leave)
      surface.removeEventListener('blur', hide)
    },
  }
}
