import { useEffect, useEffectEvent } from 'react'
import { create } from 'zustand'
import type { AccountPart } from '#shared/screens.ts'
import { useRoute } from './route.ts'

/** Something of the Account screen that a command is about, and that may not be there before it is drawn. */
export type Wanted =
  | `part ${AccountPart}`
  | `problem ${AccountPart}`
  | 'person'
  | 'people'
  | 'many people'
  | 'workspace'
  | 'group'
  | 'key'
  | 'change'
  | 'variant'
  | 'every plan'
  | 'upgrade'
  | 'full seats'
  | 'apart'
  | 'printed invoice'

const useStore = create<{ readonly wanted: Wanted | null }>(() => ({ wanted: null }))

const forget = (): void => useStore.setState({ wanted: null })

/** Says what is wanted: whoever has it does so, now or once it is drawn. Where a person goes elsewhere first, nobody does. */
export function want(wanted: Wanted): void {
  useStore.setState({ wanted })
  const stop = useRoute.subscribe(() => {
    stop()
    forget()
  })
}

/** Does what is wanted of a component, once it is there and ready for it. */
export function useWanted(what: Wanted, act: () => void, isReady = true): void {
  const isWanted = useStore(({ wanted }) => wanted === what)
  const doIt = useEffectEvent(() => {
    forget()
    act()
  })
  useEffect(() => {
    if (isWanted && isReady) doIt()
  }, [isWanted, isReady])
}
