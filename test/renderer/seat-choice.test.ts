import { describe, expect, it } from 'vitest'
import type { MemberSeats } from '#shared/seat-report.ts'
import { goTo, losingMost, NOBODY_CHOSEN, reaching, toggled } from '#renderer/pages/account/seats/chosen.ts'
import { pageInput, pagesOf, placeOnPage, rowsOfPage } from '#renderer/pages/account/seats/member-pages.ts'

const member = (name: string, holds: 'basic' | 'full', lost: string): MemberSeats => ({
  member: name,
  seats: [{ from: '2026-04-01T00:00:00.000Z', holds }],
  servedCredits: '0',
  lostCredits: lost,
  lostRequests: 0,
  stops:
    lost === '0'
      ? []
      : [
          {
            period: 1,
            cause: 'ceiling',
            subject: name,
            at: '2026-04-09T00:00:00.000Z',
            credits: lost,
            requests: 0,
          },
        ],
  ceilings: [],
})

describe('members chosen in the list', () => {
  it('are chosen and left again one by one, and from where one began to where Shift reaches', () => {
    const one = toggled(goTo(NOBODY_CHOSEN, 3), 3, 'd')
    expect([...one.members]).toEqual(['d'])
    expect([...toggled(one, 3, 'd').members]).toEqual([])
    const reached = reaching(one, 5, ['d', 'e', 'f'])
    expect([...reached.members]).toEqual(['d', 'e', 'f'])
    expect(reached).toMatchObject({ at: 5, anchor: 3 })
    expect(goTo(reached, 1)).toMatchObject({ at: 1, anchor: 1, members: reached.members })
  })

  it('are the first of those on Basic seats who lose anything, where those who lose most are asked for', () => {
    const members = [
      member('a', 'basic', '9'),
      member('b', 'full', '8'),
      member('c', 'basic', '7'),
      member('d', 'basic', '6'),
      member('e', 'basic', '0'),
    ]
    expect(losingMost(members, 2)).toEqual(['a', 'c'])
    expect(losingMost(members, 5)).toEqual(['a', 'c', 'd'])
  })
})

describe('pages of members', () => {
  it('are those that rows are drawn of, a hundred each', () => {
    expect(pagesOf(0, 0)).toEqual([])
    expect(pagesOf(0, 100)).toEqual([0])
    expect(pagesOf(99, 101)).toEqual([0, 1])
    expect(pagesOf(100, 301)).toEqual([1, 2, 3])
    expect(pageInput('x', 2)).toEqual({ id: 'x', offset: 200, limit: 100 })
    expect(placeOnPage(205)).toEqual({ page: 2, place: 5 })
  })

  it('know the place of their rows in the whole list', () => {
    const members = ['a', 'b', 'c'].map((name) => member(name, 'full', '0'))
    const rows = rowsOfPage(members, 1, { first: 101, end: 102 })
    expect(rows.map(({ row, member: { member: name } }) => [row, name])).toEqual([[101, 'b']])
  })
})
