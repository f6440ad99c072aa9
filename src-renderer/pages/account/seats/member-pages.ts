import type { MemberSeats } from '#shared/seat-report.ts'
import { answers } from '#renderer/state/answers.ts'

/** Members are asked for by so many at a time. */
export const PAGE = 100

/** The pages of which rows are drawn: the first row, and one past the last. */
export function pagesOf(first: number, end: number): readonly number[] {
  if (end <= first) return []
  const from = Math.floor(first / PAGE)
  return Array.from({ length: Math.floor((end - 1) / PAGE) - from + 1 }, (_, place) => from + place)
}

/** What is asked for to have a page. */
export const pageInput = (id: string, page: number) => ({ id, offset: page * PAGE, limit: PAGE })

/** The page that a row is on, and its place there. */
export const placeOnPage = (row: number): { readonly page: number; readonly place: number } => ({
  page: Math.floor(row / PAGE),
  place: row % PAGE,
})

/** The drawn rows of one page, each with its place in the whole list. */
export const rowsOfPage = (
  members: readonly MemberSeats[],
  page: number,
  { first, end }: { readonly first: number; readonly end: number },
): readonly { readonly row: number; readonly member: MemberSeats }[] =>
  members
    .map((member, place) => ({ row: page * PAGE + place, member }))
    .filter(({ row }) => row >= first && row < end)

/** Whoever is in the rows from one to another, both among them; nobody where the result is gone. */
export async function membersBetween(id: string, one: number, other: number): Promise<readonly string[]> {
  const [first, last] = one < other ? [one, other] : [other, one]
  const pages = await Promise.all(
    pagesOf(first, last + 1).map(async (page) => {
      const answer = await answers.ask('results.seats', pageInput(id, page))
      return answer.ok ? rowsOfPage(answer.value.members, page, { first, end: last + 1 }) : []
    }),
  )
  return pages.flat().map(({ member }) => member.member)
}
