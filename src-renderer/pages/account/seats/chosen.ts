import type { MemberSeats } from '#shared/seat-report.ts'

/** Who is chosen in the list of members, where the keys are in it, and where a choice by Shift begins. */
export interface Chosen {
  readonly at: number
  readonly anchor: number
  readonly members: ReadonlySet<string>
}

export const NOBODY_CHOSEN: Chosen = { at: 0, anchor: 0, members: new Set() }

/** More are not tried at once: each of them is a run of the whole account. */
export const MOST_CHOSEN = 25

export const goTo = (chosen: Chosen, row: number): Chosen => ({ ...chosen, at: row, anchor: row })

export function toggled(chosen: Chosen, row: number, member: string): Chosen {
  const members = new Set(chosen.members)
  if (!members.delete(member)) members.add(member)
  return { at: row, anchor: row, members }
}

/** With some more, as far as a choice reaches that began at the anchor. */
export const reaching = (chosen: Chosen, row: number, members: readonly string[]): Chosen => ({
  ...chosen,
  at: row,
  members: new Set([...chosen.members, ...members]),
})

const isOnBasic = ({ seats }: MemberSeats): boolean => seats.some(({ holds }) => holds === 'basic')

/** Of members in the order of what they lose, the first of those on Basic seats who lose anything. */
export const losingMost = (members: readonly MemberSeats[], count: number): readonly string[] =>
  members
    .filter((member) => isOnBasic(member) && member.stops.length > 0)
    .slice(0, count)
    .map(({ member }) => member)
