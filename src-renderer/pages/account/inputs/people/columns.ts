import type { WindowAccount } from '#renderer/state/draft.ts'

export const COLUMN_IDS = ['name', 'role', 'seat', 'locked', 'workspace', 'groups', 'keys', 'usage'] as const
export type ColumnId = (typeof COLUMN_IDS)[number]

/** How a cell is changed: by typing, by choosing, by going to its other value, or elsewhere. */
export type Edited = 'text' | 'choice' | 'toggle' | 'elsewhere'

interface Column {
  readonly title: string
  readonly unit?: string
  readonly edited: Edited
}

export const COLUMNS: Readonly<Record<ColumnId, Column>> = {
  name: { title: 'Name', edited: 'text' },
  role: { title: 'Role', edited: 'toggle' },
  seat: { title: 'Seat', edited: 'toggle' },
  locked: { title: 'Lock', edited: 'toggle' },
  workspace: { title: 'Workspace', edited: 'choice' },
  groups: { title: 'Groups', edited: 'choice' },
  keys: { title: 'Keys', edited: 'elsewhere' },
  usage: { title: 'Usage', unit: 'a month', edited: 'text' },
}

/** The columns that an account has something for; a narrow pane hides the least important of them. */
export const columnsOf = ({ workspaces, groups, apiKeys }: WindowAccount): readonly ColumnId[] =>
  COLUMN_IDS.filter((column) => {
    switch (column) {
      case 'workspace':
        return workspaces.length > 0
      case 'groups':
        return groups.length > 0
      case 'keys':
        return apiKeys.some(({ member }) => member !== undefined)
      default:
        return true
    }
  })
