import { useEffect, useEffectEvent } from 'react'
import { create } from 'zustand'
import type { AnyReference } from '#shared/reference.ts'
import { useRoute } from './route.ts'

const useStore = create<{ readonly reference: AnyReference | null }>(() => ({ reference: null }))

const forget = (): void => useStore.setState({ reference: null })

/**
 * Asks the view that has the place of something to show it there: an invoice chosen among the others, a row in sight. Where
 * a person goes elsewhere first, nobody does.
 */
export function toShow(reference: AnyReference): void {
  useStore.setState({ reference })
  const stop = useRoute.subscribe(() => {
    stop()
    forget()
  })
}

/** Shows what is asked for of a view, once it is ready for it: `show` answers whether it has done so. */
export function useToShow(show: (reference: AnyReference) => boolean): void {
  const reference = useStore((store) => store.reference)
  const doIt = useEffectEvent((asked: AnyReference) => {
    if (show(asked)) forget()
  })
  // What it needs may come with any answer: it is tried whenever the view is drawn, for as long as something is asked for.
  useEffect(() => {
    if (reference !== null) doIt(reference)
  })
}
