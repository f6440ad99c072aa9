import { describe, expect, it } from 'vitest'
import type {
  CreditLayer,
  CreditLayers,
  LayerCredits,
  LayerMark,
  LayerMarkKind,
  LayerMovement,
  LayerPoint,
  LayerStep,
} from '#shared/credit-layers.ts'
import { moneyRows, usedIn, usedOf, verticesOf } from '#renderer/charts/layer-rows.ts'
import { kindsIn, placeMarks } from '#renderer/charts/mark-lanes.ts'
import { areaPaths } from '#renderer/charts/stack-areas.ts'
import { STACK_INSETS } from '#renderer/charts/stack-plot.ts'
import { timeAxis } from '#renderer/charts/time-axis.ts'
import { creditsTitle } from '#renderer/finding/credits-title.ts'
import { markInWords } from '#renderer/finding/layer-marks.ts'
import { layerColumns, layerRows, markColumns } from '#renderer/pages/account/credits/layer-columns.ts'
import { resolutionFor, windowOf } from '#renderer/pages/account/credits/layer-window.ts'
import { marksIn } from '#renderer/pages/account/credits/StepReadout.tsx'
import { toTsv } from '#renderer/tables/column.ts'

const midnight = (date: string): string => `${date}T00:00:00.000Z`
type Held = Partial<Record<CreditLayer, string>>

const held = (total: string, of: Held = {}): LayerCredits => ({
  fresh: '0',
  rolledOver: '0',
  seat: '0',
  pack: '0',
  prepaid: '0',
  gift: '0',
  ...of,
  total,
})
const point = (date: string, onHand: LayerCredits, withGrants = onHand): LayerPoint => ({
  at: midnight(date),
  onHand,
  withGrants,
  prepaidMoney: null,
})
const moved = (layer: CreditLayer, changes: Partial<LayerMovement>): LayerMovement => ({
  layer,
  granted: '0',
  movedIn: '0',
  used: '0',
  repaid: '0',
  expired: '0',
  forfeited: '0',
  movedOut: '0',
  ...changes,
})
const step = (from: string, to: string, changes: Partial<LayerStep> = {}): LayerStep => ({
  from: midnight(from),
  to: midnight(to),
  layers: [],
  poolCredits: '0',
  graceCredits: '0',
  overageCredits: '0',
  blockedCredits: '0',
  blockedBecause: [],
  prepaidMoney: null,
  ...changes,
})
const mark = (date: string, kind: LayerMarkKind, changes: Partial<LayerMark> = {}): LayerMark => ({
  at: midnight(date),
  kind,
  name: null,
  credits: null,
  references: [],
  ...changes,
})
const NOTHING: CreditLayers = {
  resolution: 'month',
  layers: [],
  points: [],
  steps: [],
  marks: [],
  runOuts: [],
}
const ranOut = (date: string, period = 1) => ({ period, at: midnight(date) })
const names = (plan: string) => (plan === 'pro' ? 'Pro' : plan)

// 100 a month, of which 60 are used and 40 roll over on 1 May.
const MONTH: CreditLayers = {
  ...NOTHING,
  layers: ['fresh', 'rolledOver'],
  points: [
    point('2026-04-01', held('0'), held('100', { fresh: '100' })),
    point('2026-05-01', held('40', { rolledOver: '40' }), held('140', { fresh: '100', rolledOver: '40' })),
  ],
  steps: [
    step('2026-04-01', '2026-05-01', {
      poolCredits: '60',
      layers: [
        moved('fresh', { granted: '100', used: '60', movedOut: '40' }),
        moved('rolledOver', { movedIn: '40' }),
      ],
    }),
  ],
  marks: [
    mark('2026-04-01', 'renewal', { credits: '100' }),
    mark('2026-05-01', 'rollover', { credits: '40' }),
  ],
}

describe('the burn-down', () => {
  it('rises where credits come, and falls to what ends only once it ends', () => {
    expect(verticesOf(MONTH).map(({ at, figures }) => [at.slice(0, 10), figures])).toEqual([
      ['2026-04-01', { fresh: 0, rolledOver: 0 }],
      ['2026-04-01', { fresh: 100, rolledOver: 0 }],
      // Still of the month until it ends, and rolled over from then on.
      ['2026-05-01', { fresh: 40, rolledOver: 0 }],
      ['2026-05-01', { fresh: 0, rolledOver: 40 }],
    ])
  })

  it('falls where credits expire and are forfeited', () => {
    const lost = step('2026-04-01', '2026-05-01', {
      layers: [moved('fresh', { expired: '10', forfeited: '5' })],
    })
    const layers = {
      ...MONTH,
      layers: ['fresh' as const],
      points: [point('2026-04-01', held('15', { fresh: '15' })), point('2026-05-01', held('0'))],
      steps: [lost],
    }
    expect(verticesOf(layers).map(({ figures }) => figures.fresh)).toEqual([15, 15, 0])
  })

  it('stacks each layer on the one before it', () => {
    const points = [
      { x: 0, figures: { fresh: 10, pack: 5 } },
      { x: 4, figures: { fresh: 2, pack: 5 } },
    ]
    const paths = areaPaths(points, [{ id: 'fresh' }, { id: 'gift' }, { id: 'pack' }], {
      y: (figure) => 20 - figure,
    })
    expect(paths.get('fresh')).toBe('M0.0 10.0L4.0 18.0L4.0 20.0L0.0 20.0z')
    expect(paths.get('gift')).toBeUndefined()
    expect(paths.get('pack')).toBe('M0.0 5.0L4.0 13.0L4.0 18.0L0.0 10.0z')
  })

  it('shows of the usage what there is of it', () => {
    const rows = usedOf({
      ...MONTH,
      steps: [
        step('2026-04-01', '2026-05-01', {
          poolCredits: '60',
          overageCredits: '7',
          blockedCredits: '2',
          graceCredits: '1',
        }),
      ],
    })
    expect(rows).toEqual([{ pool: 60, grace: 1, overage: 7, blocked: 2 }])
    expect(usedIn(usedOf(MONTH))).toEqual(['pool'])
  })

  it('has a panel of money where the account has a prepaid balance', () => {
    expect(moneyRows(MONTH)).toBeNull()
    const points = MONTH.points.map((at) => ({ ...at, prepaidMoney: '5.50' }))
    expect(moneyRows({ ...MONTH, points })).toEqual([5.5, 5.5])
  })

  it('is copied with what is on hand at each point, its grants among it, and what is used from there', () => {
    expect(toTsv(layerColumns(MONTH, '$'), layerRows(MONTH))).toBe(
      [
        'From\tThis period’s (credits)\tRolled over (credits)\tOn hand (credits)\tUsed (credits)',
        '1 Apr 2026\t100\t0\t100\t60',
        '1 May 2026\t100\t40\t140\t–',
      ].join('\n'),
    )
    expect(toTsv(markColumns(names), MONTH.marks)).toBe(
      'When\tWhat\tCredits\n1 Apr 2026\tRenewal\t100\n1 May 2026\tRolled over\t40',
    )
  })
})

describe('the marks', () => {
  const axis = timeAxis(midnight('2026-04-01'), midnight('2026-05-01'), 660, STACK_INSETS)

  it('are words with what they are about', () => {
    expect(markInWords(mark('2026-04-01', 'renewal', { credits: '100000' }), names)).toBe(
      'Renewal: 100,000 credits',
    )
    expect(markInWords(mark('2026-04-01', 'planChange', { name: 'pro' }), names)).toBe(
      'Change of plan to Pro',
    )
    expect(markInWords(mark('2026-04-01', 'pack', { name: 'big', credits: '1' }), names)).toBe(
      'Pack big: 1 credit',
    )
  })

  it('have lanes for what comes, goes and falls short, and are one where they would lie on one another', () => {
    const placed = placeMarks(
      [
        mark('2026-04-02', 'ranOut'),
        mark('2026-04-02', 'renewal'),
        mark('2026-04-02', 'planChange'),
        mark('2026-04-09', 'expiry'),
        mark('2026-04-20', 'gift'),
      ],
      axis,
    )
    // Twenty pixels a day, from 52 on.
    expect(placed.map(({ x, lane, kind, marks }) => [x, lane, kind, marks.length])).toEqual([
      [72, 0, 'planChange', 2],
      [432, 0, 'gift', 1],
      [212, 1, 'expiry', 1],
      [72, 2, 'ranOut', 1],
    ])
  })

  it('are of the step they happen in, and at its end of the next one', () => {
    const layers = {
      ...MONTH,
      steps: [step('2026-04-01', '2026-05-01'), step('2026-05-01', '2026-06-01')],
      marks: [mark('2026-04-01', 'renewal'), mark('2026-05-01', 'expiry'), mark('2026-06-01', 'rollover')],
    }
    expect([0, 1, 2].map((place) => marksIn(layers, place).map(({ kind }) => kind))).toEqual([
      ['renewal'],
      ['expiry', 'rollover'],
      [],
    ])
  })
})

describe('the title of the burn-down', () => {
  const NONE = { expiredCredits: '0', forfeitedCredits: '0' }
  const title = (layers: Partial<CreditLayers>, totals = NONE) =>
    creditsTitle({ ...MONTH, marks: [], ...layers }, totals)
  const renewals = ['2026-04-01', '2026-05-01', '2026-06-01'].map((date) => mark(date, 'renewal'))

  it('says by which day of every month all credits are gone: the latest', () => {
    const runOuts = [ranOut('2026-04-22'), ranOut('2026-05-24'), ranOut('2026-06-23')]
    const by = (latest: string) => [ranOut('2026-04-01'), ranOut('2026-05-01'), ranOut(`2026-06-${latest}`)]
    const gone = (latest: string) =>
      creditsTitle(
        {
          ...MONTH,
          marks: renewals,
          runOuts: by(latest).map((out) => ({ ...out, at: out.at.replace('T00', 'T06') })),
        },
        NONE,
      )
    expect(title({ marks: renewals, runOuts })).toBe('All credits are gone by the 24th of every month')
    expect(['02', '03', '11', '21'].map((latest) => gone(latest).slice(-20))).toEqual([
      'e 2nd of every month',
      'e 3rd of every month',
      ' 11th of every month',
      ' 21st of every month',
    ])
  })

  it('says so without a day where periods begin on another one', () => {
    const marks = ['2026-04-12', '2026-05-12'].map((date) => mark(date, 'renewal'))
    expect(title({ marks, runOuts: [ranOut('2026-04-30'), ranOut('2026-05-30')] })).toBe(
      'All credits are gone before the end of every period, first on 30 Apr 2026',
    )
  })

  it('says how often they run out, but for what lasts until the renewal or the end', () => {
    const last = ranOut('2026-05-01')
    expect(title({ marks: renewals, runOuts: [ranOut('2026-04-24'), last] })).toBe(
      'Credits run out in 1 of 3 periods, first on 24 Apr 2026',
    )
    expect(title({ marks: renewals, runOuts: [ranOut('2026-04-24'), ranOut('2026-05-24')] })).toBe(
      'Credits run out in 2 of 3 periods, first on 24 Apr 2026',
    )
    expect(title({ runOuts: [last] })).toBe('Credits last: 40 credits left at the end')
    expect(title({ runOuts: [ranOut('2026-04-24')] })).toBe(
      'Credits run out in 1 period, first on 24 Apr 2026',
    )
  })

  it('says what is lost, and since when', () => {
    const marks = [mark('2026-07-01', 'expiry'), mark('2026-08-01', 'expiry')]
    expect(title({ marks }, { ...NONE, expiredCredits: '200000' })).toBe(
      '200,000 credits expire unused, from 1 Jul 2026 on',
    )
    expect(title({ marks: [mark('2026-07-01', 'forfeit')] }, { ...NONE, forfeitedCredits: '1' })).toBe(
      '1 credit is forfeited unused, on 1 Jul 2026',
    )
  })

  it('says that there are none', () => {
    expect(title({ layers: [] })).toBe('No credits are granted')
  })
})

describe('the window that is asked for', () => {
  const run = { from: '2026-04-01', to: '2029-04-01' }
  const part = { from: '2026-06-01', to: '2026-07-01' }

  it('is by day up to three years, and by week beyond', () => {
    expect(resolutionFor(run, false)).toBe('day')
    expect(resolutionFor({ ...run, to: '2029-05-01' }, false)).toBe('week')
  })

  it('is by day as a table of two months, and by month beyond', () => {
    expect(resolutionFor(part, true)).toBe('day')
    expect(resolutionFor({ from: '2026-06-01', to: '2026-08-03' }, true)).toBe('month')
  })

  it('is of the part that is looked at, as fine as was chosen', () => {
    expect(windowOf(run, null, 'auto', false)).toEqual({ resolution: 'day' })
    expect(windowOf(run, part, 'auto', true)).toEqual({ resolution: 'day', ...part })
    expect(windowOf(run, part, 'week', true)).toEqual({ resolution: 'week', ...part })
  })
})

describe('the key of the marks', () => {
  it('has each kind that is there once: what comes, what goes, what falls short', () => {
    const of = (kind: LayerMarkKind): LayerMark => ({
      at: midnight('2026-01-01'),
      kind,
      name: null,
      credits: null,
      references: [],
    })
    expect(kindsIn([of('blocked'), of('expiry'), of('renewal'), of('forfeit'), of('renewal')])).toEqual([
      'renewal',
      'forfeit',
      'expiry',
      'blocked',
    ])
  })
})
