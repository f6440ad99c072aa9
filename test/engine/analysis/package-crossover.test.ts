import { expect, test } from 'vitest'
import { crossovers } from '#main/engine/index.ts'
import type { Plan } from '#shared/catalog.ts'
import type { SomePolicies } from '#shared/policies.ts'
import { catalogOf, planOf, postpaid, valueOf } from '../support/build.ts'

const inThousands = (amount: string) => postpaid({ model: 'package', amount, size: '1000' })

const crossing = (policies: SomePolicies, ...plans: readonly Plan[]) => {
  const [first] = valueOf(crossovers({ ...catalogOf(plans), policies }))
  return [first?.usage, first?.kind]
}

const startedBlocks: SomePolicies = { packageRates: 'startedBlocks' }
const creator = planOf({ id: 'creator', monthly: '22', credits: '100000', pastQuota: inThousands('0.30') })
const pro = planOf({ id: 'pro', monthly: '99', credits: '500000', pastQuota: inThousands('0.24') })

test('linear packages cross where the lines do', () => {
  // 77 ÷ 0.30 = 256,666.67 above 100,000
  expect(crossing({}, creator, pro)).toEqual(['356666.67', 'cost'])
})

test('started blocks cross just past the edge of the block that makes up the difference', () => {
  // 256 blocks are 76.80 and 257 are 77.10, so the 257th, which starts just past 356,000, crosses 77.00
  expect(crossing(startedBlocks, creator, pro)).toEqual(['356000.00', 'cost'])
})

test('a line crosses a staircase before the staircase jumps', () => {
  // Both at 5,000 + x: 0.003 x meets 5 + 1 for each started 1,000 within the third block, at 8 ÷ 0.003
  const byUnit = postpaid({ model: 'perUnit', rate: { amount: '3', per: '1000' } })
  const line = planOf({ id: 'line', monthly: '10', credits: '5000', pastQuota: byUnit })
  const stairs = planOf({ id: 'stairs', monthly: '15', credits: '5000', pastQuota: inThousands('1') })
  expect(crossing(startedBlocks, line, stairs)).toEqual(['7666.67', 'cost'])
})

test('equal staircases a little apart never meet, in a million blocks', () => {
  const cheap = planOf({ id: 'cheap', monthly: '10', pastQuota: inThousands('0.24') })
  const dear = planOf({ id: 'dear', monthly: '10.10', pastQuota: inThousands('0.24') })
  expect(crossing(startedBlocks, cheap, dear)).toEqual([null, 'never'])
})

test('staircases of different blocks are searched in full', () => {
  // 0.2400 against 0.2399 for a thousand: a difference in price of 99.00 takes almost a million blocks.
  const steep = planOf({ id: 'steep', monthly: '10', pastQuota: inThousands('0.24') })
  const blocks = postpaid({ model: 'package', amount: '1.1995', size: '5000' })
  const gentle = planOf({ id: 'gentle', monthly: '109', pastQuota: blocks })
  // After n blocks of 1,000: 0.24 n + 10 against 109 + 1.1995 × blocks of 5,000. At n = 5 k the gap is 0.0005 k − 99,
  // reached at k = 198,000; at n = 5 k − 1 it is 0.24 less. So n = 990,000: just past 989,999 blocks.
  expect(crossing(startedBlocks, steep, gentle)).toEqual(['990000000.00', 'cost'])
})
