import { afterEach, describe, expect, it } from 'vitest'
import { planNames } from '#renderer/finding/plan-names.ts'
import { curvesTsv } from '#renderer/pages/compare/CurveTables.tsx'
import { useResults } from '#renderer/state/results.ts'
import { crossover, curves, stretch, worked } from './support/samples.ts'

const names = planNames([...worked().plans, { plan: 'business', name: 'Business' }])
const near = curves()
const far = curves({
  upTo: '20000000',
  crossovers: [
    ...near.crossovers.slice(0, 2),
    crossover('pro', 'business', { usage: '5587500.00', monthly: '1320.00' }),
  ],
  envelope: [
    ...near.envelope.slice(0, 2),
    stretch('pro', '356666.666666', '5587500'),
    stretch('business', '5587500', '20000000', { ends: 'range' }),
  ],
})
const tables = (): readonly string[] => curvesTsv(near, names, '$', 'credits a month')().split('\n\n')

describe('the tables of the cost chart', () => {
  afterEach(() => useResults.setState({ reach: null }))

  it('say where upgrades pay, as far as is known and not as far as the chart shows', () => {
    useResults.setState({ reach: far })
    expect(tables()[0]?.split('\n')).toEqual([
      'Upgrade\tPays above (credits a month)\tCost there ($ a month)\tBecause\tBut',
      'Starter → Creator\t30000.00\t22.00\tthe lower plan blocks\t–',
      'Creator → Pro\t356666.67\t99.00\tthe bills meet\t–',
      'Pro → Business\t5587500.00\t1320.00\tthe bills meet\t–',
    ])
  })

  it('say how far was looked for one that never pays', () => {
    expect(tables()[0]?.split('\n').at(-1)).toBe(
      'Pro → Business\t–\t–\tnot up to 1,000,000\tnever the cheapest: Business',
    )
  })

  it('warn of a crossing at which a third plan costs less', () => {
    const creator = crossover('creator', 'pro', {
      usage: '356666.67',
      monthly: '99.00',
      cheaper: { plan: 'starter', monthly: '5.00' },
      neverCheapest: ['creator', 'pro'],
    })
    useResults.setState({ reach: curves({ crossovers: [creator] }) })
    expect(tables()[0]?.split('\n').at(-1)).toBe(
      'Creator → Pro\t356666.67\t99.00\tthe bills meet\tStarter costs less there: $5.00; never the cheapest: Creator and Pro',
    )
  })

  it('name the cheapest plan of every stretch, the last without an end', () => {
    useResults.setState({ reach: far })
    expect(tables()[1]?.split('\n')).toEqual([
      'Cheapest\tFrom (credits a month)\tUp to (credits a month)',
      'Starter\t0\t30000',
      'Creator\t30000\t356666.666666',
      'Pro\t356666.666666\t5587500',
      'Business\t5587500\t–',
    ])
  })

  it('give the costs over the range on screen', () => {
    useResults.setState({ reach: far })
    expect(tables()[2]?.split('\n').slice(0, 3)).toEqual([
      'Usage (credits a month)\tStarter ($)\tCreator ($)\tPro ($)\tBusiness ($)',
      '0\t5.00\t22.00\t99.00\t1320.00',
      '30000\t5.00\tblocks\tblocks\tblocks',
    ])
  })
})
