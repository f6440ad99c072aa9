/**
 * Leaves the field that is being typed into, where it keeps its text for itself until then, and gives it the focus back:
 * where it stays, whoever typed goes on there.
 */
export function leaveField(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLElement) || field.dataset['ownUndo'] === undefined) return
  field.blur()
  if (field.isConnected) field.focus({ preventScroll: true })
}
