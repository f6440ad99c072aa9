import { Button } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { plural } from '#renderer/format/figures.ts'
import { countByGroup, peopleByGroup } from '#renderer/state/account-edits/people-by-group.ts'
import { editAccount, type WindowAccount } from '#renderer/state/draft.ts'

/** Puts everybody into the workspace that is called as their billing group is; there while somebody is in another. */
export function PeopleByGroup({ account }: { readonly account: WindowAccount }) {
  const count = countByGroup(account)
  if (count === 0) return null
  return (
    <Button
      variant="default"
      size="compact-xs"
      leftSection={<IconUsersGroup size={14} />}
      title="Each into the workspace that is called as their billing group"
      onClick={() => editAccount('Put people into workspaces by group', peopleByGroup)}
    >
      Put {plural(count, 'person', 'people')} in by group
    </Button>
  )
}
