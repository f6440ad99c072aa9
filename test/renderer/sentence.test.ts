import { afterEach, describe, expect, it } from 'vitest'
import { setNumberFormat } from '#renderer/format/figures.ts'
import { sentence } from '#renderer/format/sentence.ts'

describe('a sentence of the engine', () => {
  afterEach(() => setNumberFormat('comma'))

  it('has its days and figures as a person writes them', () => {
    const told =
      'It was reached on 2026-05-26, at 10000 credits; 1188.00 less 1344.50, and 645.16129 credits.'
    expect(sentence(told)).toBe(
      'It was reached on 26 May 2026, at 10,000 credits; 1,188.00 less 1,344.50, and 645.16129 credits.',
    )
    setNumberFormat('point')
    expect(sentence(told)).toBe(
      'It was reached on 26 May 2026, at 10.000 credits; 1.188,00 less 1.344,50, and 645,16129 credits.',
    )
  })

  it.each(['Invoice 0002 of person 10000', 'period 12, at 2026-05-26T20:00:00.000Z', 'version 1.22.3', ''])(
    'leaves what is neither: “%s”',
    (text) => {
      expect(sentence(text)).toBe(text)
    },
  )
})
