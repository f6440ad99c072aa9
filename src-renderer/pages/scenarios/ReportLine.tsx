import { Button } from '@mantine/core'
import { useRef } from 'react'
import { byId, useHandBack } from '#renderer/commands/hand-back.ts'
import { useHistory } from '#renderer/state/history.ts'
import { moment } from '#renderer/format/moments.ts'
import { goBackTo, undoInLibrary } from '#renderer/state/library-actions.ts'
import { type OlderVersion, useLibrary } from '#renderer/state/library.ts'
import { SCENARIO_TABLE_ID } from './ids.ts'
import styles from './scenarios.module.css'

const theList = byId(SCENARIO_TABLE_ID)

function Undo() {
  const button = useRef<HTMLButtonElement>(null)
  useHandBack(button, theList)
  return (
    <Button variant="subtle" size="compact-xs" ref={button} onClick={() => void undoInLibrary()}>
      Undo
    </Button>
  )
}

function GoBack({ older }: { readonly older: OlderVersion }) {
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => void goBackTo(older)}>
      Go back to {moment(older.at)}
    </Button>
  )
}

/** What was done last, with its undo; the line is always there, so that nothing jumps. */
export function ReportLine() {
  const report = useLibrary((library) => library.report)
  const undoable = useHistory('library').undo
  const bin = useLibrary((library) => library.bin)
  const examples = useLibrary((library) => library.examples)
  const takesBack =
    report?.kind === 'done' && undoable !== null && /^(Deleted|Made|Restored|Imported) /.test(report.text)
  return (
    <div className={styles.report} role="status">
      {report ? (
        <span className={report.kind === 'done' ? styles.done : styles.refused} title={report.text}>
          {report.text}
        </span>
      ) : (
        <span className={styles.hint}>
          {examples
            ? 'Each opens as it comes, however often: what you make of one stays among your scenarios.'
            : bin
              ? 'Enter restores. What is in the bin stays there until you restore it.'
              : 'Enter opens, F2 renames, Delete puts in the bin. Ctrl-click or Shift with an arrow selects a second one to compare.'}
        </span>
      )}
      {takesBack ? <Undo /> : null}
      {report?.kind === 'damaged' ? <GoBack older={report.older} /> : null}
    </div>
  )
}
