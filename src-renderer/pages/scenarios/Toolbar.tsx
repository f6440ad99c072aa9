import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react'
import { FIRST_FIELD_ID } from '#renderer/commands/use-shortcuts.ts'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import { plural } from '#renderer/format/figures.ts'
import { HistoryButtons } from '#renderer/pages/open-scenario/ScenarioHead.tsx'
import { KeptButton } from '#renderer/pages/KeptButton.tsx'
import type { LibraryView } from '#shared/store.ts'
import { useAnswer } from '#renderer/state/answers.ts'
import { exportScenario, pickAndImport } from '#renderer/state/exchange.ts'
import {
  compareTwo,
  filterByTag,
  searchFor,
  showBin,
  showExamples,
  startRenaming,
  useLibrary,
} from '#renderer/state/library.ts'
import {
  branchScenario,
  deleteScenario,
  duplicateScenario,
  newScenario,
  redoInLibrary,
  restoreScenario,
  undoInLibrary,
  visit,
} from '#renderer/state/library-actions.ts'
import { changeSettings, useSettings } from '#renderer/state/settings.ts'
import { useScenarioList } from '#renderer/state/scenario-list.ts'
import { oneStop } from '#renderer/tables/one-stop.ts'
import { SCENARIO_TABLE_ID } from './ids.ts'
import styles from './scenarios.module.css'

const PLACES = [
  { value: 'inUse', label: 'In use' },
  { value: 'examples', label: 'Examples' },
  { value: 'bin', label: 'Bin' },
]

const VIEWS: { value: LibraryView; label: string }[] = [
  { value: 'list', label: 'List' },
  { value: 'cards', label: 'Cards' },
]

function TagFilter() {
  const tag = useLibrary((library) => library.tag)
  const { value: tags = [] } = useAnswer('library.tags', {})
  // One that nothing has any more stays until it is let go of.
  const names = [...new Set([...tags.map((one) => one.tag), ...(tag === null ? [] : [tag])])]
  return (
    <Select
      className={styles.tag ?? ''}
      aria-label="Only with the tag"
      placeholder="Any tag"
      data={names}
      value={tag}
      clearable
      clearButtonProps={{ 'aria-label': 'Any tag' }}
      onChange={filterByTag}
    />
  )
}

function Search() {
  const search = useLibrary((library) => library.search)
  return (
    <TextInput
      {...OWN_UNDO}
      id={FIRST_FIELD_ID}
      className={styles.search ?? ''}
      aria-label="Search the scenarios"
      placeholder="Search"
      leftSection={<IconSearch size={14} />}
      maxLength={200}
      value={search}
      onChange={(event) => searchFor(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') searchFor('')
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault()
          document.getElementById(SCENARIO_TABLE_ID)?.focus()
        }
      }}
    />
  )
}

const DUPLICATED = 'Puts a copy into the list; nothing else is opened'
const BRANCHED = 'Opens a copy that remembers what it came from, to try something else on'

/** What can be done with the scenario that is selected. */
function ForSelected({ id, bin }: { readonly id: string | null; readonly bin: boolean }) {
  const beside = useLibrary((library) => library.beside)
  const button = (label: string, act: (selected: string) => void, title?: string) => (
    <KeptButton
      title={title}
      variant="subtle"
      color="gray"
      size="compact-sm"
      idle={id === null}
      onClick={() => id !== null && act(id)}
    >
      {label}
    </KeptButton>
  )
  if (bin) return button('Restore', (selected) => void restoreScenario(selected))
  return (
    <>
      {button('Open', (selected) => void visit(selected))}
      {button('Rename', startRenaming)}
      {button('Duplicate', (selected) => void duplicateScenario(selected), DUPLICATED)}
      {button('Branch and open', (selected) => void branchScenario(selected), BRANCHED)}
      {button('Export…', (selected) => void exportScenario(selected))}
      <KeptButton variant="subtle" color="gray" size="compact-sm" idle={beside === null} onClick={compareTwo}>
        Compare two…
      </KeptButton>
      {button('Delete', (selected) => void deleteScenario(selected))}
    </>
  )
}

/** What can be done with the list; how many there are is left out until it is known. */
export function Toolbar({ count }: { readonly count: number | null }) {
  const bin = useLibrary((library) => library.bin)
  const examples = useLibrary((library) => library.examples)
  const view = useSettings((settings) => settings.libraryView)
  const selected = useLibrary((library) => library.selected)
  const { documents } = useScenarioList()
  const listed = documents?.some(({ id }) => id === selected) ?? false
  return (
    <div className={styles.tools}>
      <div className={styles.line}>
        <Button size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => void newScenario()}>
          New
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconFileImport size={14} />}
          onClick={() => void pickAndImport()}
        >
          Import…
        </Button>
        {examples ? (
          <span className={styles.gap} />
        ) : (
          <>
            <Search />
            <TagFilter />
          </>
        )}
        <SegmentedControl
          aria-label="Which scenarios"
          fullWidth={false}
          data={PLACES}
          value={examples ? 'examples' : bin ? 'bin' : 'inUse'}
          onChange={(value) => (value === 'examples' ? showExamples() : showBin(value === 'bin'))}
        />
        <SegmentedControl
          aria-label="Scenarios shown as"
          fullWidth={false}
          data={VIEWS}
          value={view}
          onChange={(libraryView) => void changeSettings({ libraryView })}
        />
      </div>
      <div ref={oneStop} className={styles.line} role="toolbar" aria-label="For the selected scenario">
        <span className={styles.count}>{count === null || examples ? '' : plural(count, 'scenario')}</span>
        {examples ? null : <ForSelected id={listed ? selected : null} bin={bin} />}
        <span className={styles.gap} />
        <HistoryButtons
          scope="library"
          onUndo={() => void undoInLibrary()}
          onRedo={() => void redoInLibrary()}
        />
      </div>
    </div>
  )
}
