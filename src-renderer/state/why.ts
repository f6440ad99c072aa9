import { create } from 'zustand'
import type { Reference } from '#shared/explanation.ts'

/** What a person asked why of, the newest last: from each it is gone back to the one before. */
export const useWhy = create<{ readonly asked: readonly Reference[] }>(() => ({ asked: [] }))

/** Asks why something of the result is as it is. */
export const askWhy = (reference: Reference): void =>
  useWhy.setState(({ asked }) => ({ asked: [...asked, reference] }))

export const goBackInWhy = (): void => useWhy.setState(({ asked }) => ({ asked: asked.slice(0, -1) }))

export const endWhy = (): void => useWhy.setState({ asked: [] })
