import { expect, it } from 'vitest'
import { openingFailure } from '#main/hosts/open-bundle.ts'
import { firstOf } from '#shared/problem.ts'

const wrong = (count: number) =>
  firstOf(
    Array.from({ length: count }, (_, index) => ({
      code: 'input.invalid',
      message: 'Expected a date.',
      path: `grants.${index}.start`,
    })),
  )

it.each([
  [1, 'Expected a date. (grants.0.start)'],
  [3, 'Expected a date. (grants.0.start) And 2 more.'],
  [250, 'Expected a date. (grants.0.start) And 249 more.'],
])('a file that is wrong in %i places says the first and how many more', (count, said) => {
  expect(openingFailure('a.tierwise', { ok: false, problems: wrong(count) })).toBe(said)
})
