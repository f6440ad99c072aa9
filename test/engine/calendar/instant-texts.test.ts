import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantText } from '#main/engine/calendar/civil.ts'
import { InstantTexts } from '#main/engine/calendar/instant-texts.ts'

test('instants that share a minute are written as each would be alone', () => {
  const start = Date.UTC(1999, 11, 31)
  const instants = fc.array(fc.integer({ min: 0, max: 200_000_000 }), { minLength: 2, maxLength: 50 })
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 100_000 }), (steps, apart) => {
      const texts = new InstantTexts()
      const times = steps.flatMap((step) => [start + step, start + step + apart, start + step + apart])
      for (const at of times) expect(texts.of(at)).toBe(new Date(at).toISOString())
      for (const at of times) expect(instantText(at)).toBe(new Date(at).toISOString())
    }),
  )
})
