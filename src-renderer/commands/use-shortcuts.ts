import { useMantineColorScheme } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { commands, type Platform } from './registry.ts'

export const USAGE_FIELD_ID = 'usage-field'

function focusUsage(): void {
  const field = document.getElementById(USAGE_FIELD_ID)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}

const TEXT_ENTRY =
  'input:not([type=range], [type=radio], [type=checkbox]), textarea, select, [contenteditable]'

/** A letter belongs to the field it is typed in, and to the dialog that is open. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  if (document.querySelector('[role=dialog]')) return true
  return event.target instanceof Element && event.target.closest(TEXT_ENTRY) !== null
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
    const command = commands.find(({ key }) => key === event.key)
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
