import cells from '#renderer/fields/cells.module.css'
import { isBelow, useAccountRun } from '#renderer/state/account-run.ts'

/** What is wrong with a row of a table of inputs, below it. */
export function FieldProblems({ path, columns }: { readonly path: string; readonly columns: number }) {
  const refused = useAccountRun((run) => run.refused)
  const problems = refused.filter((problem) => isBelow(problem.path, path))
  if (problems.length === 0) return null
  return (
    <tr>
      <td colSpan={columns} className={cells.problem} role="alert">
        {problems.map(({ message }) => message).join(' ')}
      </td>
    </tr>
  )
}
