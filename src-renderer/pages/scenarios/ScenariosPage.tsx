import { useEffect, useMemo } from 'react'
import { type Library, select, useLibrary } from '#renderer/state/library.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { sorted, useScenarioList } from '#renderer/state/scenario-list.ts'
import { useSettings } from '#renderer/state/settings.ts'
import { CompareTwo } from './CompareTwo.tsx'
import { ExampleBand, Examples } from './Examples.tsx'
import { ReportLine } from './ReportLine.tsx'
import { SCENARIO_TABLE_ID } from './ids.ts'
import { ScenarioCards } from './ScenarioCards.tsx'
import { ScenarioTable } from './ScenarioTable.tsx'
import { Toolbar } from './Toolbar.tsx'
import { Unread } from './Unread.tsx'
import styles from './scenarios.module.css'

/** Every scenario of the store, or every one in its bin. */
export function ScenariosPage() {
  const { documents } = useScenarioList()
  const sort = useLibrary((library) => library.sort)
  const library = useLibrary()
  const { examples } = library
  const view = useSettings((settings) => settings.libraryView)
  const List = view === 'cards' ? ScenarioCards : ScenarioTable
  const rows = useMemo(() => sorted(documents ?? [], sort), [documents, sort])
  const openId = useOpenScenario((open) => open.document?.id)
  useEffect(() => {
    // Arrows move through the list at once, unless a person is elsewhere already.
    if (document.activeElement === document.body) document.getElementById(SCENARIO_TABLE_ID)?.focus()
  }, [])
  // After a reload the list is there before it is known which scenario is open.
  useEffect(() => {
    const { selected, bin } = useLibrary.getState()
    if (selected === null && !bin && openId !== undefined) select(openId)
  }, [openId])
  return (
    <main tabIndex={-1} className={styles.page}>
      <h1 className="visually-hidden">Scenarios</h1>
      <Toolbar count={documents === undefined ? null : rows.length} />
      <Unread />
      {examples ? <Examples /> : <List rows={rows} loaded={documents !== undefined} />}
      {isBegun(rows.length, library) ? <ExampleBand /> : null}
      <ReportLine />
      <CompareTwo rows={rows} />
    </main>
  )
}

/** Up to so many scenarios of one's own leave the room below them to the teaching examples. */
const FEW = 6

/** Whether all of one's own scenarios are looked at, and are few. */
const isBegun = (count: number, { bin, examples, search, tag }: Library): boolean =>
  !bin && !examples && search === '' && tag === null && count <= FEW

/** Said of the list while nobody answers. */
export function ScenariosWhileSilent() {
  const list = useScenarioList().documents !== undefined
  return `The scenarios cannot be read now${list ? ': below is the list as it was.' : '.'}`
}
