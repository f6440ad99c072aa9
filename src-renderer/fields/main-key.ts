import type { KeyboardEvent } from 'react'

/** Does what the main button of a dialog does at Ctrl or Cmd and Enter, also from a text of several lines. */
export const onMainKey =
  (act: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
