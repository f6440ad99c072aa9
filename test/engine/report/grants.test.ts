import { expect, test } from 'vitest'
import { bill } from '../support/build.ts'

test('what became of each grant sums to what was granted, carried credits too', () => {
  const rollover = { kind: 'count', carries: 1, percent: '75', validity: 1 } as const
  const { grants } = bill({ rollover }, ['400', '1100'])
  const rows = grants.map((grant) => [
    grant.source,
    grant.grantedCredits,
    grant.usedCredits,
    grant.expiredCredits,
    grant.forfeitedCredits,
    grant.carriedCredits,
    grant.remainingCredits,
  ])
  expect(rows).toEqual([
    // Of the 600 that January leaves 450 are carried, as a grant of their own, which February uses first.
    ['plan', '1000', '400', '0', '150', '450', '0'],
    ['rollover', '450', '450', '0', '0', '0', '0'],
    // February's: 650 used; of the 350 left 262.5 are carried on.
    ['plan', '1000', '650', '0', '87.5', '262.5', '0'],
    ['rollover', '262.5', '0', '0', '0', '0', '262.5'],
  ])
})
