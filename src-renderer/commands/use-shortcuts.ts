import { useMantineColorScheme } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { commandFor, type Platform } from './registry.ts'

export const USAGE_FIELD_ID = 'usage-field'

function focusUsage(): void {
  const field = document.getElementById(USAGE_FIELD_ID)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}

const TEXT_ENTRY =
  'input:not([type=range], [type=radio], [type=checkbox]), textarea, select, [contenteditable]'

/** Some keyboards have `[`, `]` or `/` only with AltGr, which may look like Ctrl and Alt together. */
const isChord = (event: KeyboardEvent): boolean =>
  event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'))

/** A letter belongs to the field it is typed in, and to a dialog that has the focus or the whole window. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isChord(event)) return true
  if (document.querySelector('[aria-modal=true]')) return true
  return event.target instanceof Element && event.target.closest(`${TEXT_ENTRY}, [role=dialog]`) !== null
}

export function usePlatform(): Platform {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return { focusUsage, colorScheme, setColorScheme }
}

/** Runs the commands by their keys anywhere in the window. */
export function useShortcuts(): void {
  const platform = usePlatform()
  const runByKey = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event)) return
    const command = commandFor(event.key)
    if (!command) return
    event.preventDefault()
    command.run(platform)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => runByKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
