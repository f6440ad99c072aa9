import { useAnswer } from '#renderer/state/answers.ts'
import type { Chosen } from './chosen.ts'
import { pageInput, rowsOfPage } from './member-pages.ts'
import { MemberRow } from './MemberRow.tsx'

/** The rows of one page of members that are drawn; nothing until they are there. */
export function MemberPage({
  id,
  page,
  first,
  end,
  chosen,
}: {
  readonly id: string
  readonly page: number
  readonly first: number
  readonly end: number
  readonly chosen: Chosen
}) {
  const { value } = useAnswer('results.seats', pageInput(id, page))
  return rowsOfPage(value?.members ?? [], page, { first, end }).map(({ row, member }) => (
    <MemberRow
      key={row}
      row={row}
      member={member}
      isChosen={chosen.members.has(member.member)}
      isActive={row === chosen.at}
    />
  ))
}
