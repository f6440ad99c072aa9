/** Leaves the field that is being typed into, where it keeps its text for itself until then. */
export function leaveField(): void {
  const field = document.activeElement
  if (field instanceof HTMLElement && field.dataset['ownUndo'] !== undefined) field.blur()
}
