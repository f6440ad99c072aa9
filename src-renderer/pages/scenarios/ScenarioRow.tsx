import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DocumentSummary } from '#shared/library.ts'
import { OWN_UNDO } from '#renderer/fields/own-undo.ts'
import { moment } from '#renderer/format/moments.ts'
import { sayWrongName, select, selectBeside, startRenaming, useLibrary } from '#renderer/state/library.ts'
import { renameScenario, visit } from '#renderer/state/library-actions.ts'
import { nameProblem } from '#renderer/state/names.ts'
import { useResults } from '#renderer/state/results.ts'
import { useGlance } from '#renderer/state/glance.ts'
import { hashOf } from '#renderer/state/route.ts'
import { type Details, useDetails } from '#renderer/state/scenario-details.ts'
import { rowId, SCENARIO_TABLE_ID } from './ids.ts'
import styles from './scenarios.module.css'

export function NameField({ row }: { readonly row: DocumentSummary }) {
  const field = useRef<HTMLInputElement>(null)
  const ended = useRef(false)
  const [text, setText] = useState(row.name)
  const problem = nameProblem(text)
  useLayoutEffect(() => field.current?.select(), [])
  // In a row is no room for it: the line under the list says it.
  useEffect(() => sayWrongName(problem), [problem])
  useEffect(() => () => sayWrongName(null), [])
  const end = (name: string | null) => {
    // What is too long stays to be shortened, or to be let go of with Escape.
    if (ended.current || (name !== null && problem !== null)) return
    ended.current = true
    if (name === null || name.trim() === '' || name.trim() === row.name) startRenaming(null)
    else void renameScenario(row.id, name)
  }
  return (
    <input
      ref={field}
      {...OWN_UNDO}
      className={styles.nameField}
      aria-label={`New name of ${row.name}`}
      aria-invalid={problem !== null}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => end(text)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        if (event.key === 'Enter' && problem !== null) return
        end(event.key === 'Enter' ? text : null)
        document.getElementById(SCENARIO_TABLE_ID)?.focus()
      }}
    />
  )
}

/** The catalogue of a scenario by its name. */
export function Catalogue({ details }: { readonly details: Details | undefined }) {
  const listed = useResults((results) => results.catalogs).find(({ id }) => id === details?.catalog)
  return details ? (details.catalogName ?? listed?.name ?? details.catalog) : ''
}

const shownPlan = (details: Details | undefined): string => {
  if (!details) return ''
  return details.followsCheapest
    ? 'Cheapest plan'
    : details.plan.charAt(0).toUpperCase() + details.plan.slice(1)
}

/** What tells one copy from another stays in sight where a long name is cut. */
export function CutName({ name }: { readonly name: string }) {
  const ending = /(?<=.) (?:\([^()]{1,16}\)|\d{1,4})$/.exec(name)?.[0] ?? ''
  return (
    <>
      <span className={styles.start}>{name.slice(0, name.length - ending.length)}</span>
      {ending === '' ? null : <span className={styles.ending}>{ending}</span>}
    </>
  )
}

function Name({ row, linked }: { readonly row: DocumentSummary; readonly linked: boolean }) {
  if (!linked) {
    return (
      <span className={styles.name}>
        <CutName name={row.name} />
      </span>
    )
  }
  return (
    <a
      className={styles.name}
      href={hashOf({ screen: 'compare', scenario: row.id })}
      tabIndex={-1}
      onClick={(event) => {
        event.preventDefault()
        void visit(row.id)
      }}
    >
      <CutName name={row.name} />
    </a>
  )
}

/** What it asks and what is found, asked for while there is room to show it. */
function Said({ row, details }: { readonly row: DocumentSummary; readonly details: Details | undefined }) {
  const glance = useGlance(row, details)
  return (
    <>
      <td title={details?.question}>{details?.question}</td>
      <td title={glance?.finding}>{glance?.finding}</td>
    </>
  )
}

/** One scenario: a click selects it, with Ctrl beside the one that is, its name or a double click opens it. */
export const ScenarioRow = memo(function ScenarioRow({
  row,
  index,
  selected,
  open,
  renaming,
  wide,
}: {
  readonly row: DocumentSummary
  readonly index: number
  readonly selected: boolean
  readonly open: boolean
  readonly renaming: boolean
  /** There is room for the question, the finding and the tags. */
  readonly wide: boolean
}) {
  const bin = useLibrary((library) => library.bin)
  const details = useDetails(row)
  return (
    <tr
      id={rowId(row.id)}
      aria-rowindex={index}
      aria-selected={selected}
      className={selected ? styles.selected : undefined}
      onClick={({ ctrlKey, metaKey }) => (ctrlKey || metaKey ? selectBeside : select)(row.id)}
      onDoubleClick={() => {
        if (!bin) void visit(row.id)
      }}
    >
      <th scope="row" title={row.name}>
        {renaming ? (
          <NameField row={row} />
        ) : (
          <div className={styles.named}>
            <Name row={row} linked={!bin} />
            {open ? <span className={styles.open}> open</span> : null}
          </div>
        )}
      </th>
      {wide ? <Said row={row} details={details} /> : null}
      <td className={styles.catalogue}>
        {row.kind === 'scenario' ? <Catalogue details={details} /> : `Unknown kind: ${row.kind}`}
      </td>
      <td className={styles.plan}>{shownPlan(details)}</td>
      <td className={`${styles.usage ?? ''} ${styles.date ?? ''}`}>{details?.usage}</td>
      {wide ? <td title={details?.tags.join(', ')}>{details?.tags.join(', ')}</td> : null}
      <td className={styles.date}>{moment(row.deletedAt ?? row.updatedAt)}</td>
      <td className={`${styles.created ?? ''} ${styles.date ?? ''}`}>{moment(row.createdAt)}</td>
    </tr>
  )
})
