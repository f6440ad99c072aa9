/** Presses a button of the page for a person who asked for it elsewhere; keys go on from there. */
export function pressById(id: string): void {
  const button = document.getElementById(id)
  button?.scrollIntoView({ block: 'nearest' })
  button?.focus()
  button?.click()
}
