import { describe, expect, it } from 'vitest'
import { placesNow } from '#renderer/pages/account/variants/match-variants.ts'

const pro = { name: 'Pro', plan: 'pro' }
const scale = { name: 'Scale', plan: 'scale' }
const more = { name: 'More', usageFactor: '2' }

describe('where variants that were asked about are in the list as it is', () => {
  it('is where they were while nothing is changed', () => {
    expect(placesNow([pro, scale, more], [pro, scale, more])).toEqual([0, 1, 2])
  })

  it('moves up for those behind one that is removed, which is nowhere', () => {
    expect(placesNow([pro, scale, more], [scale, more])).toEqual([undefined, 0, 1])
  })

  it('is told by what they say where the list was read anew', () => {
    expect(placesNow([pro, scale], [{ ...scale }, { ...pro }])).toEqual([1, 0])
  })

  it('is told by the name where one was changed', () => {
    expect(placesNow([pro, scale], [pro, { ...scale, plan: 'business' }, more])).toEqual([0, 1])
  })

  it('stays in its place where one was renamed', () => {
    expect(placesNow([pro, scale], [{ ...pro, name: 'Plan of 99' }, scale])).toEqual([0, 1])
  })

  it('is nowhere for one whose place another has taken', () => {
    expect(placesNow([pro, scale], [scale, more])).toEqual([undefined, 0])
  })
})
