import { create } from 'zustand'

/** A file the system asked to open that could not be, and why. */
export interface OpenFailure {
  readonly file: string
  readonly message: string
}

/** More are counted and not listed: nobody puts them right one by one. */
const MOST_LISTED = 5

/** The files that could not be opened since a person last put their list away, the first ones with the reason. */
export const useOpenFailures = create<{
  readonly listed: readonly OpenFailure[]
  /** How many more there are. */
  readonly more: number
}>(() => ({ listed: [], more: 0 }))

/** Adds one below those that are told already; of a file that fails again the newer reason is told, once. */
export function tellOpenFailure(failure: OpenFailure): void {
  const { listed, more } = useOpenFailures.getState()
  const others = listed.filter(({ file }) => file !== failure.file)
  if (others.length < MOST_LISTED) useOpenFailures.setState({ listed: [...others, failure] })
  else useOpenFailures.setState({ more: more + 1 })
}

export const putOpenFailuresAway = (): void => useOpenFailures.setState({ listed: [], more: 0 })
