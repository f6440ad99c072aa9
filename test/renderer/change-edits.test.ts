import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountChange } from '#shared/account.ts'
import {
  addChange,
  inOrderOfDate,
  keyedChanges,
  moveChange,
  removeChange,
  replaceChange,
} from '#renderer/state/change-edits.ts'
import type { WindowAccount } from '#renderer/state/draft.ts'
import { content } from './support/scenarios.ts'

const lock = (member: string, on: string): AccountChange => ({ kind: 'lockMember', on, member })
const account = (...changes: AccountChange[]): WindowAccount => content({ changes }).scenario
const said = ({ changes }: WindowAccount) =>
  changes.map((change) => `${change.on} ${change.kind === 'lockMember' ? change.member : change.kind}`)

describe('a dated change', () => {
  it('is added where its date belongs, behind those of the same instant', () => {
    const before = account(lock('Ann', '2026-02-01'), lock('Ben', '2026-03-01'))
    expect(said(addChange(before, lock('Cy', '2026-02-01T00:00:00Z')))).toEqual([
      '2026-02-01 Ann',
      '2026-02-01T00:00:00Z Cy',
      '2026-03-01 Ben',
    ])
  })

  it('sorts a list that a file had in another order, and keeps the order within an instant', () => {
    const before = account(lock('Late', '2026-09-01'), lock('Ann', '2026-02-01'), lock('Ben', '2026-02-01'))
    expect(said(addChange(before, lock('Cy', '2026-01-05')))).toEqual([
      '2026-01-05 Cy',
      '2026-02-01 Ann',
      '2026-02-01 Ben',
      '2026-09-01 Late',
    ])
  })

  it('goes to another day at its time of day', () => {
    const change = lock('Ann', '2026-02-01T09:30:00Z')
    const before = account(change, lock('Ben', '2026-03-01'))
    expect(said(moveChange(before, change, '2026-03-02'))).toEqual([
      '2026-03-01 Ben',
      '2026-03-02T09:30:00Z Ann',
    ])
  })

  it('goes behind those of the day that it is moved to, from wherever it came', () => {
    const late = lock('Late', '2026-03-01')
    const before = account(lock('Ann', '2026-02-01'), lock('Ben', '2026-02-01'), late)
    expect(said(moveChange(before, late, '2026-02-01'))).toEqual([
      '2026-02-01 Ann',
      '2026-02-01 Ben',
      '2026-02-01 Late',
    ])
    const early = lock('Early', '2026-01-01')
    expect(said(moveChange(account(early, lock('Ann', '2026-02-01')), early, '2026-02-01'))).toEqual([
      '2026-02-01 Ann',
      '2026-02-01 Early',
    ])
  })

  it('keeps its place among those of its instant where something else about it changes', () => {
    const change = lock('Ann', '2026-02-01')
    const before = account(change, lock('Ben', '2026-02-01'))
    expect(said(replaceChange(before, change, lock('Cy', '2026-02-01')))).toEqual([
      '2026-02-01 Cy',
      '2026-02-01 Ben',
    ])
  })

  it('is found by what it says, in a state that another window left', () => {
    const before = account(lock('Zoe', '2026-01-01'), lock('Ann', '2026-02-01'))
    expect(said(removeChange(before, lock('Ann', '2026-02-01')))).toEqual(['2026-01-01 Zoe'])
    expect(said(moveChange(before, lock('Ann', '2026-02-01'), '2026-02-02'))).toContain('2026-02-02 Ann')
  })

  it('that is not there any more, or stays as it is, leaves the very same account', () => {
    const change = lock('Ann', '2026-02-01')
    const before = account(change)
    expect(removeChange(before, lock('Ann', '2026-02-02'))).toBe(before)
    expect(moveChange(before, lock('Ben', '2026-02-01'), '2026-02-02')).toBe(before)
    expect(moveChange(before, change, '2026-02-01')).toBe(before)
    expect(replaceChange(before, change, { ...change })).toBe(before)
  })

  it('is taken away once where two say the same', () => {
    const before = account(lock('Ann', '2026-02-01'), lock('Ann', '2026-02-01'))
    expect(said(removeChange(before, lock('Ann', '2026-02-01')))).toEqual(['2026-02-01 Ann'])
  })

  it('has a key that a move does not change, and another one than those that say the same', () => {
    const [ann, again] = [lock('Ann', '2026-02-01'), lock('Ann', '2026-03-01')]
    const before = account(ann, again, lock('Ben', '2026-02-15'))
    const keys = keyedChanges(before.changes)
    expect(new Set(keys.map(({ key }) => key)).size).toBe(3)
    expect(keys.map(({ index }) => index)).toEqual([0, 2, 1])
    const ben = keys[1]?.key
    const moved = keyedChanges(moveChange(before, lock('Ben', '2026-02-15'), '2026-12-01').changes)
    expect(moved.at(-1)?.key).toBe(ben)
  })

  const someChange = fc
    .record({ member: fc.constantFrom('Ann', 'Ben', 'Cy'), day: fc.integer({ min: 1, max: 28 }) })
    .map(({ member, day }) => lock(member, `2026-02-${String(day).padStart(2, '0')}`))

  it('is one of all of them, in order, whatever was added and taken away', () => {
    fc.assert(
      fc.property(fc.array(someChange), someChange, (changes, one) => {
        const before = account(...changes)
        const added = addChange(before, one)
        expect(added.changes).toEqual(inOrderOfDate([...changes, one]))
        expect(said(removeChange(added, one)).toSorted()).toEqual(said(before).toSorted())
        expect(inOrderOfDate(added.changes)).toEqual(added.changes)
      }),
    )
  })
})
