import { describe, expect, it } from 'vitest'
import { checkScenario, withCustomTerms } from '#main/engine/index.ts'
import { contentOf, examples } from '#main/examples/index.ts'
import { valueOf } from '../store/support.ts'
import { presetOf } from './support.ts'

describe('the teaching examples', () => {
  it('are the ten that are taught, each under an id and a name of its own', () => {
    expect(examples).toHaveLength(10)
    expect(new Set(examples.map(({ id }) => id)).size).toBe(10)
    expect(new Set(examples.map(({ name }) => name)).size).toBe(10)
  })

  it.each(examples.map((example) => [example.id, example] as const))(
    '%s asks a question, says what to look for, and can be billed on a preset',
    (id, example) => {
      const { scenario, about, shows } = contentOf(example)
      expect(about).toMatchObject({ example: id, question: example.question, lookFor: example.lookFor })
      expect([scenario.name, shows]).toEqual([example.name, example.shows])
      expect(example.question).toMatch(/\?$/)
      expect(example.lookFor.split(/\.(?:\s|$)/).filter(Boolean).length).toBeLessThanOrEqual(3)
      expect(example.tags.length).toBeGreaterThan(0)
      if (typeof scenario.catalog !== 'string') throw new Error('It carries a catalogue.')
      const catalog = valueOf(withCustomTerms(presetOf(scenario.catalog), scenario.customTerms))
      expect(checkScenario(catalog, scenario)).toEqual([])
    },
  )
})
