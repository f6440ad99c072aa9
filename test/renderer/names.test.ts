import { expect, it } from 'vitest'
import { LONGEST_NAME, nameProblem } from '#renderer/state/names.ts'
import { DocumentName } from '#shared/library.ts'

const accepted = (name: string) => DocumentName.safeParse(name).success

it('takes as a name what the store takes, without the spaces around it', () => {
  for (const name of ['Agents in May', 'x'.repeat(LONGEST_NAME), `  ${'x'.repeat(LONGEST_NAME)}  `]) {
    expect(nameProblem(name)).toBeNull()
    expect(accepted(name)).toBe(true)
  }
})

it('says how much too long a name is', () => {
  const name = 'x'.repeat(LONGEST_NAME + 14)
  expect(accepted(name)).toBe(false)
  expect(nameProblem(name)).toBe('214 characters: a name has at most 200.')
})
