import { IconLock } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { BillingGroup, Member } from '#shared/account.ts'
import type { Workspace } from '#shared/workspace.ts'
import { ChoiceEditor, TextEditor } from './CellEditor.tsx'
import { type ColumnId, COLUMNS } from './columns.ts'
import { setGroup, setWorkspace } from './edit-people.ts'
import { cellId, useGrid } from './use-grid.ts'
import styles from './people.module.css'

/** What can be chosen in cells. */
export interface Choices {
  readonly workspaces: readonly Workspace[]
  readonly groups: readonly BillingGroup[]
}

interface PersonProps {
  readonly row: number
  readonly member: Member
  readonly columns: readonly ColumnId[]
  readonly groups: string
  readonly keys: string
  readonly usage: string
  readonly problem: string | undefined
  readonly choices: Choices
}

/** One person. It is drawn again only where something about that person is another. */
export const PersonRow = memo(function PersonRow({ row, columns, ...person }: PersonProps) {
  const isSelected = useGrid((grid) => grid.selected.has(row))
  const active = useGrid((grid) => (grid.row === row ? grid.column : null))
  const typed = useGrid((grid) => (grid.row === row ? grid.typed : null))
  return (
    <tr
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      data-row={row}
      data-locked={person.member.locked || undefined}
    >
      {columns.map((column) => {
        const Cell = column === 'name' ? 'th' : 'td'
        return (
          <Cell
            key={column}
            id={cellId(row, column)}
            scope={column === 'name' ? 'row' : undefined}
            className={styles[column]}
            data-column={column}
            data-active={active === column || undefined}
            aria-readonly={COLUMNS[column].edited === 'elsewhere' || undefined}
          >
            {active === column && typed !== null ? (
              <Editor row={row} column={column} typed={typed} {...person} />
            ) : (
              <Content column={column} {...person} />
            )}
          </Cell>
        )
      })}
    </tr>
  )
})

type CellProps = Omit<PersonProps, 'row' | 'columns'> & { readonly column: ColumnId }

function Content({ column, member, groups, keys, usage, problem, choices }: CellProps): ReactNode {
  switch (column) {
    case 'name':
      return (
        <span className={styles.named} title={problem === undefined ? member.id : `${member.id}: ${problem}`}>
          <span className={styles.id}>{member.id}</span>
          {problem === undefined ? null : <span className={styles.problem}>{problem}</span>}
        </span>
      )
    case 'role':
      return member.role === 'admin' ? 'Admin' : <span className={styles.faint}>Member</span>
    case 'seat':
      return <Seat seat={member.role === 'admin' ? 'full' : member.seat} />
    case 'locked':
      return member.locked ? (
        <>
          <IconLock size={14} aria-hidden />
          <span className="visually-hidden">locked</span>
        </>
      ) : (
        <span className="visually-hidden">not locked</span>
      )
    case 'workspace':
      return nameOf(choices.workspaces, member.workspace)
    case 'groups':
      return groups
    case 'keys':
      return keys
    case 'usage':
      return usage
  }
}

/** A filled dot and an open one: what tells seats apart is no colour alone. */
const Seat = ({ seat }: { readonly seat: Member['seat'] }) => (
  <span className={styles.seatName} data-seat={seat}>
    {seat === 'full' ? 'Full' : 'Basic'}
  </span>
)

/** Who is in no workspace by name is in the billing one. */
function nameOf(workspaces: readonly Workspace[], id: string | undefined): string {
  const found = workspaces.find((each) => (id === undefined ? each.kind === 'billing' : each.id === id))
  return found?.name ?? found?.id ?? id ?? ''
}

function Editor({
  row,
  column,
  typed,
  member,
  groups,
  choices,
}: CellProps & { readonly row: number; readonly typed: string }) {
  const at = [{ id: member.id, place: row }]
  if (column === 'workspace') {
    const home = choices.workspaces.find(({ kind }) => kind === 'billing')?.id ?? ''
    return (
      <ChoiceEditor
        label={`Workspace of ${member.id}`}
        value={member.workspace ?? home}
        choices={choices.workspaces.map(({ id, name = id }) => ({ value: id, label: name }))}
        onChoose={(workspace) => setWorkspace(at, workspace)}
      />
    )
  }
  if (column === 'groups') {
    const isOne = groups === '' || choices.groups.some(({ id }) => id === groups)
    return (
      <ChoiceEditor
        label={`Group of ${member.id}`}
        value={groups}
        choices={[
          { value: '', label: 'None' },
          ...(isOne ? [] : [{ value: groups, label: groups }]),
          ...choices.groups.map(({ id }) => ({ value: id, label: id })),
        ]}
        onChoose={(group) => {
          if (group !== groups || isOne) setGroup(at, group === '' ? null : group)
        }}
      />
    )
  }
  return (
    <TextEditor
      row={row}
      column={column}
      label={column === 'name' ? `New name of ${member.id}` : `Usage of ${member.id} a month`}
      typed={typed}
    />
  )
}
