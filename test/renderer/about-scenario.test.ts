import { describe, expect, it } from 'vitest'
import { aboutInLine } from '#renderer/finding/account-parts.ts'
import { aboutOf, withAbout } from '#renderer/state/about-scenario.ts'
import { content } from './support/scenarios.ts'

describe('what is said of a scenario', () => {
  it('is nothing until something is, and nothing again when the last of it goes', () => {
    const said = withAbout(content(), { customer: 'Acme', tags: ['renewal'] })
    expect(said.about).toMatchObject({ customer: 'Acme', tags: ['renewal'], question: '', branchOf: null })
    expect('about' in withAbout(said, { customer: '', tags: [] })).toBe(false)
    expect('about' in withAbout(content(), { notes: '' })).toBe(false)
  })

  it('leaves what is billed as it is', () => {
    const before = content()
    expect(withAbout(before, { notes: 'Internal.' }).scenario).toBe(before.scenario)
  })

  it('is told in a line, without its notes', () => {
    expect(aboutInLine(aboutOf(content()))).toBe('nothing said')
    const said = withAbout(content(), {
      question: 'When?',
      customer: 'Acme',
      tags: ['x'],
      notes: 'Internal.',
    })
    expect(aboutInLine(aboutOf(said))).toBe('Acme, When?')
  })
})
