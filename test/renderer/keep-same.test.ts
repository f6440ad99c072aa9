import { expect, it } from 'vitest'
import { keepSame } from '#renderer/state/keep-same.ts'

interface State {
  readonly plan: { readonly name: string } | undefined
}

it('gives the object it gave before for as long as it says the same', () => {
  const select = keepSame((state: State) => state.plan)
  const pro = { name: 'Pro' }
  expect(select({ plan: pro })).toBe(pro)
  expect(select({ plan: { name: 'Pro' } })).toBe(pro)
  expect(select({ plan: { name: 'Scale' } })).toEqual({ name: 'Scale' })
})

it('gives nothing where there is nothing yet, as before the first answer', () => {
  const select = keepSame((state: State) => state.plan)
  expect(select({ plan: undefined })).toBeUndefined()
  expect(select({ plan: { name: 'Pro' } })).toEqual({ name: 'Pro' })
  expect(select({ plan: undefined })).toBeUndefined()
})
