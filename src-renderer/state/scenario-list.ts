import { useSyncExternalStore } from 'react'
import type { DocumentSummary } from '#shared/library.ts'
import type { Problem } from '#shared/problem.ts'
import { sharedAnswer } from '#renderer/queries/shared-answer.ts'
import { answers } from './answers.ts'
import { type Library, useLibrary } from './library.ts'
import { reasonOf } from './open-scenario.ts'

const wantedBy = ({ bin, search, tag }: Library) => ({ bin, search, tag })

/** The scenarios found last stay while others are searched for; those in use are not shown as those in the bin. */
export const scenarioList = sharedAnswer(
  answers,
  'library.whole',
  wantedBy(useLibrary.getState()),
  (shown, wanted) => shown.bin === wanted.bin,
)

useLibrary.subscribe((library, before) => {
  if (library.bin !== before.bin || library.search !== before.search || library.tag !== before.tag)
    scenarioList.askAbout(wantedBy(library))
})

/** The scenarios that the Scenarios screen lists. */
export interface ScenarioList {
  /** As the store answered, not sorted; undefined until it has. */
  readonly documents: readonly DocumentSummary[] | undefined
  /** Why the list could not be read last, while `documents` are those of before; null where it could. */
  readonly unread: string | null
}

const unreadReason = (unread: readonly Problem[]): string | null =>
  unread.length === 0 ? null : reasonOf(unread)

export function useScenarioList(): ScenarioList {
  const { value, unread } = useSyncExternalStore(scenarioList.subscribe, scenarioList.now)
  return { documents: value, unread: unreadReason(unread) }
}

/** Reads again what could not be read. */
export const readListAgain = (): void => void answers.outdate(['library.whole'])

/** Scenarios in the order on screen. */
export function sorted(
  documents: readonly DocumentSummary[],
  { by, down }: Library['sort'],
): readonly DocumentSummary[] {
  const order = documents.toSorted((one, other) =>
    by === 'name'
      ? one.name.localeCompare(other.name, 'en', { numeric: true })
      : one[by] < other[by]
        ? -1
        : 1,
  )
  return down ? order.toReversed() : order
}

/** The row that takes the place of one that goes. */
export function neighbourOf(id: string): string | null {
  const rows = sorted(scenarioList.now().value ?? [], useLibrary.getState().sort)
  const place = rows.findIndex((row) => row.id === id)
  return (rows[place + 1] ?? rows[place - 1])?.id ?? null
}
