import { describe, expect, test } from 'vitest'
import { namedUsage } from '#main/engine/index.ts'
import type { ModelledUsage, UsageStream } from '#shared/usage.ts'

const stream = (id: string, monthly: string, more: Partial<UsageStream> = {}): UsageStream => ({
  id,
  product: 'say',
  model: 'plain',
  monthly,
  pattern: { kind: 'flat' },
  ...more,
})
const usageOf = (...streams: UsageStream[]): ModelledUsage => ({ kind: 'streams', streams })
const SAY = { product: 'say', model: 'plain' }

describe('what nobody is named for', () => {
  const others = [
    stream('ann', '9', { member: 'ann' }),
    stream('key', '9', { apiKey: 'k' }),
    stream('eu', '9', { workspace: 'eu' }),
    stream('fine', '9', { model: 'fine' }),
    stream('sing', '9', { product: 'sing' }),
  ]

  test.each([
    ['is less by a figure that becomes somebody’s', '0', '20.5', '979.5'],
    ['is less by what a figure grew', '20', '25', '995'],
    ['is more by what was taken from somebody', '20', '0', '1020'],
    ['is nothing where somebody uses more than there was', '0', '2000', '0'],
  ])('%s', (_rule, before, after, left) => {
    const usage = usageOf(...others, stream('rest', '1000'))
    expect(namedUsage({ usage, ...SAY, before, after })).toEqual(usageOf(...others, stream('rest', left)))
  })

  test('stays as it is where there is none of that product and model', () => {
    const usage = usageOf(...others)
    expect(namedUsage({ usage, ...SAY, before: '0', after: '5' })).toBe(usage)
    const whole = { kind: 'series', credits: ['5'] } as const
    expect(namedUsage({ usage: { ...whole, credits: ['5'] }, ...SAY, before: '0', after: '5' })).toEqual(
      whole,
    )
  })
})
