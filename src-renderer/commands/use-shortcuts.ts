import { useEffect, useEffectEvent } from 'react'
import type { Screen } from '#shared/screens.ts'
import { isDirty } from '#renderer/state/edits.ts'
import { useRoute } from '#renderer/state/route.ts'
import { commandOfChord } from './accelerators.ts'
import { goToPart, rememberPart } from './screen-parts.ts'
import { chordWorks, type Command, commandFor, type Platform } from './registry.ts'

/** Of the field a screen begins with; one screen is there at a time. */
export const FIRST_FIELD_ID = 'first-field'

/** Of the part a screen begins with, where that may have another field, or none, or be closed. */
export const FIRST_PART = { 'data-first-part': true } as const
const IN_FIRST_PART = [
  '[data-first-part] input:not([type=radio], [type=checkbox])',
  '[data-first-part] button[aria-expanded]',
]

function focusField(): void {
  const field =
    document.getElementById(FIRST_FIELD_ID) ??
    IN_FIRST_PART.map((selector) => document.querySelector<HTMLElement>(selector)).find(
      (found) => found !== null,
    )
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
}

export const platform: Platform = { focusField, goToPart }

const TEXT_ENTRY =
  'input:not([type=range], [type=radio], [type=checkbox]), textarea, select, [contenteditable]'

/** Some keyboards have `[`, `]` or `/` only with AltGr, which may look like Ctrl and Alt together. */
const isChord = (event: KeyboardEvent): boolean =>
  event.metaKey || ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph'))

const isIn = (event: KeyboardEvent, selector: string): boolean =>
  event.target instanceof Element && event.target.closest(selector) !== null

/** A letter belongs to the field it is typed in, and to a dialog that has the focus. */
const isTyped = (event: KeyboardEvent): boolean => isIn(event, `${TEXT_ENTRY}, [role=dialog]`)

/** What is being typed and not kept yet is undone by the field itself. */
const undoesItself = (event: KeyboardEvent): boolean =>
  isIn(event, '[data-own-undo]') || (isIn(event, TEXT_ENTRY) && isDirty())

/** What is typed in no field: it is free for a command there, too. */
const isFunctionKey = ({ key }: KeyboardEvent): boolean => /^F\d+$/.test(key)

/** Of a letter its shape says whether Shift is held; function keys have none. */
const pressedKey = (event: KeyboardEvent): string =>
  event.shiftKey && isFunctionKey(event) ? `Shift+${event.key}` : event.key

/** Escape in a field in which nothing was typed is meant for what is around it. */
const leavesField = (event: KeyboardEvent): boolean =>
  event.key === 'Escape' && !isIn(event, '[role=dialog], [data-own-undo]')

function byKey(event: KeyboardEvent, screen: Screen): Command | undefined {
  const isTheirs = isTyped(event) && !isFunctionKey(event) && !leavesField(event)
  return isTheirs ? undefined : commandFor(pressedKey(event), screen)
}

function byChord(event: KeyboardEvent, screen: Screen): Command | undefined {
  const command = commandOfChord(event)
  if (command?.group === 'Edit' && undoesItself(event)) return undefined
  return command && chordWorks(command, screen) ? command : undefined
}

function commandOf(event: KeyboardEvent): Command | undefined {
  // A dialog has the whole window.
  if (event.defaultPrevented || document.querySelector('[aria-modal=true]')) return undefined
  const { screen } = useRoute.getState()
  return isChord(event) ? byChord(event, screen) : byKey(event, screen)
}

/** Runs the commands by their keys anywhere in the window. */
export function useShortcuts(): void {
  const runByKey = useEffectEvent((event: KeyboardEvent) => {
    const command = commandOf(event)
    if (!command) return
    event.preventDefault()
    command.run(platform)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => runByKey(event)
    const remember = ({ target }: FocusEvent) => rememberPart(target)
    window.addEventListener('keydown', listen)
    window.addEventListener('focusin', remember)
    return () => {
      window.removeEventListener('keydown', listen)
      window.removeEventListener('focusin', remember)
    }
  }, [])
}
