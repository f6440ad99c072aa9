import type { MemberSeats } from '#shared/seat-report.ts'
import { seatsHeldInWords } from '#renderer/finding/seat-title.ts'
import { stopNames } from '#renderer/finding/stop-in-words.ts'
import { credits } from '#renderer/format/figures.ts'
import { instant } from '#renderer/format/moments.ts'
import { allRows } from '#renderer/state/all-rows.ts'
import { ask } from '#renderer/state/answers.ts'
import { type Column, toTsv } from '#renderer/tables/column.ts'
import { creditColumn, NO_FIGURE } from '#renderer/tables/figure-columns.ts'
import { PAGE } from './member-pages.ts'

const reachedIn = ({ ceilings }: MemberSeats): string | null =>
  ceilings.find(({ reachedAt }) => reachedAt !== null)?.reachedAt ?? null

/** Members as they are copied: what bars and bubbles tell on the screen is written out. */
export const MEMBER_COLUMNS: readonly Column<MemberSeats>[] = [
  { id: 'member', header: 'Member', text: ({ member }) => member },
  { id: 'seat', header: 'Seats held', text: ({ seats }) => seatsHeldInWords(seats) },
  {
    id: 'reached',
    header: 'Ceiling first reached',
    text: (member) => {
      const at = reachedIn(member)
      return at === null ? NO_FIGURE : instant(at)
    },
  },
  creditColumn({ id: 'served', header: 'Served', figure: ({ servedCredits }) => servedCredits }),
  creditColumn({ id: 'lost', header: 'Not served', figure: ({ lostCredits }) => lostCredits }),
  {
    id: 'requests',
    header: 'Requests not served',
    numeric: true,
    figure: ({ lostRequests }) => String(lostRequests),
    text: ({ lostRequests }) => credits(lostRequests),
  },
  { id: 'stops', header: 'Stopped by', text: ({ stops, member }) => stopNames(stops, member) || NO_FIGURE },
]

/** Everybody for a spreadsheet, however few of them are on the screen. */
export async function copiedMembers(id: string): Promise<string> {
  const rows = await allRows(async (offset) => {
    const answer = await ask('results.seats', { id, offset, limit: PAGE })
    return answer.ok ? { ok: true, value: { total: answer.value.total, rows: answer.value.members } } : answer
  })
  return toTsv(MEMBER_COLUMNS, rows)
}
