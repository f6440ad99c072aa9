import {
  type ChangeEvent,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from 'react'
import { credits } from '#renderer/format/figures.ts'
import { regrouped } from '#renderer/format/regroup.ts'
import { OWN_UNDO } from './own-undo.ts'
import { type FigureRule, type Reading, readFigure, stepped, type Why } from './figure-rule.ts'
import { useDraft } from './use-draft.ts'

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 }

/** For so long nobody types once a figure is whole. */
const SETTLED_MS = 600

/** A field whose text is not in force: what is beside it is of the figure before. */
const UNSETTLED = { 'data-unsettled': true } as const

/** What the browser says of a change: `insertText`, `insertFromPaste`, `deleteContentForward`. */
function kindOf({ nativeEvent }: ChangeEvent): string {
  return nativeEvent instanceof InputEvent ? nativeEvent.inputType : ''
}

/** The text and the caret after a change: the groups of digits follow a figure that is edited, not one that is pasted. */
function edited(before: string, event: ChangeEvent<HTMLInputElement>) {
  const { value: text, selectionStart } = event.currentTarget
  const asIs = { text, caret: null }
  const kind = kindOf(event)
  if (kind.startsWith('insertFrom') || selectionStart === null) return asIs
  const after = regrouped(before, { text, caret: selectionStart })
  if (!after) return asIs
  // Only a group sign was taken out, and stands there again: Delete goes on behind it, Backspace before it.
  const behind = after.text === before && kind === 'deleteContentForward' ? 1 : 0
  return { text: after.text, caret: after.caret + behind }
}

/**
 * A text input that holds a figure, as `read` understands it. It is passed on while it is typed, as soon as the field
 * takes it. What the field does not take stays there as it was typed, with `refused` saying why, and the value before it
 * stays in force until it is mended or Escape takes it back; an empty field goes back by itself when it is left, unless
 * that is something to be taken too. Where half a figure would do harm, it `settles`: it is passed on once it is entered,
 * left, or nobody has typed for a moment.
 */
export function useFigureText<T extends string | number>({
  value,
  of,
  written,
  read,
  settles = false,
  onChange,
}: {
  readonly value: T
  /** What the value belongs to, where that may change under the field: what was refused for one is not for the next. */
  readonly of?: string
  /** The value as it stands in the field while nobody types. */
  readonly written: string
  readonly read: (text: string) => Reading<T>
  readonly settles?: boolean
  readonly onChange: (value: T) => void
}) {
  const { typed, left, type, leave, drop } = useDraft(value, of)
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)
  const shown = typed ?? written

  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })

  const reading = typed === null ? null : read(typed)
  const taken = reading === null || reading.kind === 'taken'
  const empty = typed?.trim() === '' && !taken
  const waits = settles && reading?.kind === 'taken' && reading.figure !== value

  const settle = useEffectEvent((text: string) => {
    if (reading?.kind !== 'taken') return
    type(text, reading.figure)
    onChange(reading.figure)
  })
  useEffect(() => {
    if (typed === null || !waits) return undefined
    const timer = setTimeout(() => settle(typed), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [waits, typed])

  function change(event: ChangeEvent<HTMLInputElement>): void {
    const next = edited(shown, event)
    const figure = read(next.text)
    caret.current = next.caret
    type(next.text, figure.kind === 'taken' && !settles ? figure.figure : value)
    if (settles) return
    if (figure.kind === 'taken' && figure.figure !== value) onChange(figure.figure)
  }

  function finish(): void {
    if (waits) onChange(reading.figure)
    if (taken || empty) drop()
    else leave()
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter') finish()
    if (event.key !== 'Escape' || typed === null) return
    // What is around the field is closed by the next one.
    event.preventDefault()
    drop()
  }

  let refused: Why | null = null
  if (!empty && (reading?.kind === 'refused' || (reading?.kind === 'unfinished' && left)))
    refused = reading.why
  return {
    refused,
    drop,
    /** For the input element. */
    props: {
      ref: input,
      value: shown,
      inputMode: 'decimal' as const,
      autoComplete: 'off',
      onChange: change,
      onBlur: finish,
      onKeyDown: press,
      // What is not in force is nobody's but the field's: its own undo is the one that is meant.
      ...(taken && !waits ? {} : OWN_UNDO),
      ...(settles && (waits || !taken) ? UNSETTLED : {}),
    },
  }
}

/** A text input that holds a number within a rule. */
export function useFigure({
  value,
  rule,
  steps = false,
  settles = false,
  onChange,
}: {
  readonly value: number
  readonly rule: FigureRule
  /** Whether the arrow keys go up and down by one. */
  readonly steps?: boolean
  readonly settles?: boolean
  readonly onChange: (value: number) => void
}) {
  const read = (text: string) => readFigure(text, rule)
  const { refused, drop, props } = useFigureText({
    value,
    written: credits(value),
    read,
    settles,
    onChange,
  })

  function press(event: KeyboardEvent): void {
    const step = STEPS[event.key]
    if (!steps || step === undefined) return props.onKeyDown(event)
    event.preventDefault()
    // What is typed is gone on from, whether it is in force yet or not.
    const typed = read(props.value)
    drop()
    const next = stepped(typed.kind === 'taken' ? typed.figure : value, step, rule)
    if (next !== value) onChange(next)
  }

  const inputMode = rule.decimals === 0 ? ('numeric' as const) : ('decimal' as const)
  return { refused, props: { ...props, inputMode, onKeyDown: press } }
}
