import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { BestUpgrade, FailuresOnPlan, RunCost } from '#shared/analysis.ts'
import { CheapestStretch, Comparison, Crossover, Curves, MonthCost, PlanCost } from '#shared/comparison.ts'
import { CreditsText, MoneyText } from '#shared/decimal.ts'
import { amountsByLetters, calculationsIn } from './calculations.ts'

/*
 * The engine is the only calculator: what the screen shows of money and credits is what an answer holds, printed. Hence
 * no module of the renderer works with numbers at all but for these, each for a reason that is no figure of a bill.
 */
const ALLOWED: readonly (readonly [modules: string, why: string])[] = [
  [
    'charts/{plot,stack-plot,time-axis,nice}.ts',
    'scales, from figures to places, and the round numbers at their ticks',
  ],
  [
    'charts/{curve-rows,month-rows,cost-bars,layer-rows}.ts',
    'the figures that are drawn, as numbers, and up to which of them',
  ],
  [
    'charts/{curve-marks,line-ends,marker-place}.ts',
    'where marks stand, and where a line leaves the picture',
  ],
  ['charts/{labels,curve-labels,ribbon-names}.ts', 'where names find room beside what they name'],
  ['charts/curve-picture.ts', 'how far the picture reaches'],
  ['charts/glance-plot.ts', 'the figures that are drawn, as numbers, and places of bars'],
  [
    'charts/picture/{chart-picture,drawn-parts,plain-color,png-of}.ts',
    'places of shapes in a picture, and their colours',
  ],
  ['charts/axis-words.ts', 'the unit of ticks, and how many decimals they need'],
  ['charts/edge-texts.ts', 'which of two ways to print a figure'],
  [
    'charts/{PlanLines,CurveLabels,CurveMarker,CurveOverlay,CurveUnderlay,CheapestRibbon}.tsx',
    'places of shapes',
  ],
  ['charts/{StackAxes,MonthPanel}.tsx', 'places of ticks and bars'],
  ['charts/mark-lanes.ts', 'which marks lie on one another'],
  ['charts/{EventLane,TimeBars,BurnDown,MarkLanes}.tsx', 'places of bars and marks, and how high a panel is'],
  ['charts/use-brush.ts', 'how far a pointer went'],
  ['pages/account/credits/{layer-window.ts,StepReadout.tsx}', 'how many days there are'],
  ['charts/{diverging-plot,day-plot,bar-widths}.ts', 'places of bars and lines, and how wide a bar is'],
  ['charts/DayLines.tsx', 'places in a list, and what is under the pointer'],
  ['charts/{MonthAxes,MonthPanel,MonthStacks}.tsx', 'places of ticks and bars'],
  ['charts/{CurvePointer,MonthChart}.tsx', 'what is under the pointer, and how high a panel is'],
  ['charts/{Readout,ReadoutCard}.tsx', 'on which side of the pointer there is room'],
  ['charts/{MonthAxes,MonthPanel,MonthStacks,Axes,SeatPanel}.tsx', 'places of ticks and bars'],
  ['charts/seat-plot.ts', 'where seats, limits and dates are in their picture'],
  ['charts/{CurvePointer,MonthChart,SeatChart}.tsx', 'what is under the pointer, and how high a panel is'],
  ['charts/{Readout,SeatReadout}.tsx', 'on which side of the pointer there is room'],
  ['charts/place-by-key.ts', 'places in a list'],
  ['charts/CustomerChart.tsx', 'places of shapes'],
  ['fields/Lever.tsx', 'where a control stands, and what it is set to'],
  ['pages/present/LeverPanel.tsx', 'what a control is set to'],
  ['fields/figure-rule.ts', 'whether what is typed is within its bounds, and by how much a key moves it'],
  ['fields/{usage-scale.ts,UsageSlider.tsx}', 'the stops of the usage slider'],
  ['client/event-stream.ts', 'how long to wait'],
  ['fields/removing.ts', 'places in a list'],
  ['commands/registry.ts', 'places in a list'],
  [
    'pages/account/inputs/terms/{AgreedFields,DiscountCard,GrantFields,InvoiceFields}.tsx',
    'counts of months, invoices and seats that a control is set to',
  ],
  ['pages/account/pane-width.ts', 'how wide the inputs are'],
  ['pages/account/ResultTabs.tsx', 'places in a list'],
  ['pages/account/costs/share-bar.ts', 'how long a bar is'],
  [
    'pages/account/inputs/changes/{axis-span,axis-marks}.ts',
    'where days are on an axis, and marks beside one another',
  ],
  ['pages/account/inputs/changes/ChangeList.tsx', 'places in a list'],
  ['pages/account/inputs/people/{grid-state,person-facts}.ts', 'places in a list'],
  ['pages/account/inputs/people/PeopleGrid.tsx', 'where on the screen rows are, and places in their list'],
  [
    'commands/{registry,palette-list,palette-match}.ts',
    'places in a list and in a name, and how well names match',
  ],
  ['commands/Palette.tsx', 'places in a list'],
  ['pages/open-scenario/pattern/UsagePreview.tsx', 'how high a bar is'],
  ['pages/open-scenario/pattern/PatternParameters.tsx', 'what a control is set to'],
  [
    'pages/open-scenario/pattern/{step-places.ts,StepTrack.tsx,StepFields.tsx}',
    'where steps are drawn, and what a control is set to',
  ],
  ['pages/account/inputs/usage/month-bars.ts', 'how high a bar is, and what its height sets a month to'],
  ['pages/account/inputs/usage/SeriesUsage.tsx', 'places in a list'],
  [
    'pages/account/inputs/usage/weekdays/busy-bars.ts',
    'how high a bar is, and what its height sets a weekday to',
  ],
  ['pages/account/inputs/usage/streams/problems-by-stream.ts', 'places in a list'],
  [
    'pages/account/inputs/usage/streams/StreamTable.tsx',
    'where on the screen rows are, and places in their list',
  ],
  ['pages/account/inputs/usage/streams/StreamRow.tsx', 'places in a list'],
  ['pages/account/seats/{member-pages.ts,MemberList.tsx}', 'places in a list'],
  ['pages/compare/use-steady.ts', 'how high a section is'],
  ['pages/compare/{InputPanel,CurveSection}.tsx', 'which of its choices a control is set to'],
  ['pages/scenarios/ScenarioRow.tsx', 'where a name is cut'],
  [
    'pages/scenarios/{ScenarioTable,ScenarioCards}.tsx',
    'where on the screen rows and cards are, and places in their list',
  ],
  ['pages/scenarios/{list-keys.ts,Examples.tsx}', 'places in a list'],
  ['state/{edit-label,scenario-list}.ts', 'places in a list'],
  ['state/{open-scenario,scenario-inputs}.ts', 'what the control of the usage is set to'],
  ['finding/{price-in-words,terms-line}.ts', 'how many years so many months are'],
  ['format/days.ts', 'days and months from one date to another'],
  ['format/{bytes,regroup}.ts', 'sizes of files, and digits of what is typed'],
  ['format/percent.ts', 'how far something is'],
  ['format/figures.ts', 'which of two ways to print a figure'],
  ['tables/{figure-room.ts,ScrollRegion.tsx,VirtualTable.tsx}', 'how wide and how high a table is'],
  [
    'tables/{cell-by-key,one-stop,stops}.ts',
    'places of rows and columns, and where a control is within its cell',
  ],
  ['commands/screen-parts.ts', 'places in a list'],
  ['tables/blocks.ts', 'which rows of a list are in sight'],
  ['tables/{figure-room.ts,ScrollRegion.tsx}', 'how wide and how high a table is'],
  [
    'tables/{row-by-key.ts,Spacer.tsx,WindowTable.tsx}',
    'where on the screen rows are, and places in their list',
  ],
  ['state/whole-table.ts', 'how many rows and bytes of a file there are, and how far it is'],
  ['theme/plan-colors.ts', 'which colour is next'],
]

const RENDERER = resolve(import.meta.dirname, '../../src-renderer')
const sourcesIn = (pattern: string): readonly string[] => globSync(pattern, { cwd: RENDERER })
const sourceOf = (file: string): string => readFileSync(join(RENDERER, file), 'utf8')
const SOURCES = sourcesIn('**/*.{ts,tsx}')
const allowed = new Set(ALLOWED.flatMap(([modules]) => sourcesIn(modules)))

/** The names of the fields of answers that hold an amount. */
const AMOUNTS: ReadonlySet<string> = new Set(
  [
    PlanCost,
    MonthCost,
    Comparison,
    Curves,
    Crossover,
    CheapestStretch,
    RunCost,
    FailuresOnPlan,
    BestUpgrade,
  ].flatMap(amountFields),
)

function amountFields(schema: z.ZodObject): readonly string[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const bare = field instanceof z.ZodNullable ? field.unwrap() : field
    return bare === MoneyText || bare === CreditsText ? [name] : []
  })
}

describe('the renderer', () => {
  it('works with numbers only where it lays out, lists and waits', () => {
    const found = SOURCES.filter((file) => !allowed.has(file)).flatMap((file) =>
      calculationsIn(file, sourceOf(file)).map(({ line, what }) => `${file}:${String(line)}: ${what}`),
    )
    expect(found).toEqual([])
  })

  it('never joins amounts nor orders them by their letters, wherever it is', () => {
    const found = SOURCES.flatMap((file) =>
      amountsByLetters(file, sourceOf(file), AMOUNTS).map(
        ({ line, what }) => `${file}:${String(line)}: ${what}`,
      ),
    )
    expect(found).toEqual([])
  })

  it('names a module on the list for what it works out, and none that works out nothing', () => {
    const idle = ALLOWED.flatMap(([modules]) => {
      const named = sourcesIn(modules)
      if (named.length === 0) return [`${modules}: none`]
      return named.filter((file) => calculationsIn(file, sourceOf(file)).length === 0)
    })
    expect(idle).toEqual([])
    expect(ALLOWED.filter(([modules]) => modules.includes('*'))).toEqual([])
  })
})

describe('the search for calculations', () => {
  const code = (text: string) => calculationsIn('planted.tsx', text).map(({ what }) => what)

  it.each([
    ['const sum = microsOf(a.total) + microsOf(b.total)', ['microsOf', 'microsOf']],
    ['const micros = 1_000_000n', ['a bigint']],
    ['const share = Number(plan.total) / months', ['/', 'Number']],
    ['const texts = months.map(Number)', ['Number']],
    ['const read = globalThis.parseFloat(text)', ['parseFloat']],
    ['const read = Number.parseFloat(text)', ['parseFloat']],
    ['const number = +plan.total', ['unary +']],
    ['const lost = -expired', ['unary -']],
    ['let left = 1; left -= used', ['-=']],
    ['const bar = <Bar of={usage * months} />', ['*']],
  ])('finds it in %s', (text, what) => {
    expect(code(text).toSorted()).toEqual(what.toSorted())
  })

  it.each([
    'const next = index + 1',
    "const line = 'a' + name",
    'const last = list.at(-1)',
    'const kept = Number.POSITIVE_INFINITY',
    'if (count > 1) show(count)',
    'const printed = money(plan.total, currency)',
  ])('takes %s', (text) => {
    expect(code(text)).toEqual([])
  })
})

describe('the search for amounts taken by their letters', () => {
  const code = (text: string) => amountsByLetters('planted.ts', text, AMOUNTS).map(({ what }) => what)

  it('knows the amounts of an answer by the names of their fields', () => {
    for (const name of [
      'total',
      'monthly',
      'overage',
      'blockedCredits',
      'totalUsage',
      'usage',
      'perThousand',
    ])
      expect(AMOUNTS).toContain(name)
    for (const name of ['plan', 'months', 'blockedMonths', 'month']) expect(AMOUNTS).not.toContain(name)
  })

  it.each([
    ['const cheaper = plan.total < best.total', ['< of total']],
    ['const sum = month.usage + other.usage', ['+ of usage']],
    ['all += plan.overage', ['+= of overage']],
    ['const more = months >= plan?.blockedCredits', ['>= of blockedCredits']],
  ])('finds them in %s', (text, what) => {
    expect(code(text)).toEqual(what)
  })

  it('takes places, counts and what equals', () => {
    expect(code('const later = place.index < 3 || plan.total === best.total')).toEqual([])
  })
})
