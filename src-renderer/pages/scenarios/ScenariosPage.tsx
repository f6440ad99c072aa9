import { useEffect, useMemo } from 'react'
import { refreshLibrary, refreshLibraryHistory, select, sorted, useLibrary } from '#renderer/state/library.ts'
import { useOpenScenario } from '#renderer/state/open-scenario.ts'
import { ReportLine } from './ReportLine.tsx'
import { ScenarioTable } from './ScenarioTable.tsx'
import { Toolbar } from './Toolbar.tsx'
import styles from './scenarios.module.css'

/** Every scenario of the store, or every one in its bin. */
export function ScenariosPage() {
  const documents = useLibrary((library) => library.documents)
  const sort = useLibrary((library) => library.sort)
  const rows = useMemo(() => sorted({ documents, sort }), [documents, sort])
  useEffect(() => {
    const { selected } = useLibrary.getState()
    if (selected === null) select(useOpenScenario.getState().document?.id ?? null)
    refreshLibrary()
    void refreshLibraryHistory()
  }, [])
  return (
    <main className={styles.page}>
      <h1 className="visually-hidden">Scenarios</h1>
      <Toolbar count={rows.length} />
      <ScenarioTable rows={rows} loaded={documents !== null} />
      <ReportLine />
    </main>
  )
}
