import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { placeByKey } from './place-by-key.ts'

/** Places along an axis from one to another, both among them. */
export interface Places {
  readonly first: number
  readonly last: number
}

/** What a pointer or the keys are at in a chart that can be looked at closer. */
export interface Brush {
  readonly active: number | null
  /** What is marked to look at closer; null where nothing is. */
  readonly marked: Places | null
}

const NOTHING: Brush = { active: null, marked: null }
/** A pointer that moves less has not dragged. */
const DRAG = 4

interface Actions {
  readonly count: number
  readonly placeAt: (pixel: number) => number
  readonly onChoose: (place: number) => void
  readonly onSpan: (places: Places) => void
  readonly onAll: () => void
}

const between = (one: number, other: number): Places => ({
  first: Math.min(one, other),
  last: Math.max(one, other),
})

/**
 * Reading and marking in a chart: a pointer that drags and Shift with the arrow keys mark a span, which letting go and
 * Enter look at closer; Enter and a click choose a place; Escape and a double click show all.
 */
export function useBrush({ count, placeAt, onChoose, onSpan, onAll }: Actions) {
  const [brush, setBrush] = useState<Brush>(NOTHING)
  const anchor = useRef<number | null>(null)
  const pressed = useRef<number | null>(null)
  const xOf = (event: PointerEvent<HTMLElement>): number =>
    event.clientX - event.currentTarget.getBoundingClientRect().left
  const end = (): void => {
    anchor.current = null
    pressed.current = null
  }
  const look = ({ first, last }: Places): void => {
    end()
    setBrush(NOTHING)
    onSpan({ first, last })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { active, marked } = brush
    if (event.key === 'Enter' && active !== null) {
      if (marked === null) onChoose(active)
      else look(marked)
      return
    }
    if (event.key === 'Escape' && active === null) onAll()
    const next = placeByKey(event.key, active, count)
    if (next === undefined) return
    event.preventDefault()
    if (next === null || !event.shiftKey) {
      end()
      setBrush({ active: next, marked: null })
      return
    }
    anchor.current ??= active ?? next
    setBrush({ active: next, marked: between(anchor.current, next) })
  }

  return {
    brush: brush.active !== null && brush.active >= count ? NOTHING : brush,
    handlers: {
      onKeyDown,
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        pressed.current = xOf(event)
        anchor.current = placeAt(pressed.current)
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const x = xOf(event)
        const active = placeAt(x)
        const drags = pressed.current !== null && Math.abs(x - pressed.current) > DRAG
        if (drags) event.currentTarget.setPointerCapture(event.pointerId)
        setBrush({
          active,
          marked: drags && anchor.current !== null ? between(anchor.current, active) : null,
        })
      },
      onPointerUp: () => {
        const { active, marked } = brush
        if (marked !== null) look(marked)
        else if (pressed.current !== null && active !== null) onChoose(active)
        end()
      },
      onPointerLeave: () => {
        end()
        setBrush(NOTHING)
      },
      onDoubleClick: onAll,
      onBlur: () => {
        end()
        setBrush(NOTHING)
      },
    },
  }
}
