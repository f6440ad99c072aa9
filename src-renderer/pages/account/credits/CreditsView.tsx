import { Button, SegmentedControl } from '@mantine/core'
import { IconZoomOut } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { CreditLayers } from '#shared/credit-layers.ts'
import { BurnDown } from '#renderer/charts/BurnDown.tsx'
import { LAYER_FILLS, USE_FILLS } from '#renderer/charts/layer-series.ts'
import { kindsIn } from '#renderer/charts/mark-lanes.ts'
import { MarkKey } from '#renderer/charts/MarkKey.tsx'
import { SeriesFills } from '#renderer/charts/series-fills.tsx'
import type { Places } from '#renderer/charts/use-brush.ts'
import { creditsTitle } from '#renderer/finding/credits-title.ts'
import { markInWords } from '#renderer/finding/layer-marks.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import { spanInWords } from '#renderer/finding/span-in-words.ts'
import { dateIn } from '#renderer/format/days.ts'
import { SectionHead, TableToggle } from '#renderer/pages/open-scenario/SectionHead.tsx'
import { useAnswer } from '#renderer/state/answers.ts'
import { useToShow } from '#renderer/state/to-show.ts'
import { setView, useView, type View } from '#renderer/state/view.ts'
import { askWhy } from '#renderer/state/why.ts'
import { CopyTable } from '#renderer/tables/CopyTable.tsx'
import styles from '../timeline/timeline.module.css'
import type { OfResult } from '../of-result.ts'
import { both } from '../both.ts'
import { Part } from '#renderer/pages/Part.tsx'
import { PartExports } from '../PartExports.tsx'
import { wholeTableOf } from '../whole-tables.ts'
import { LayerTables, layersTsv, layerTables } from './LayerTables.tsx'
import { type Part as TimePart, windowOf } from './layer-window.ts'
import { LostReasons } from './LostReasons.tsx'
import { StepDetail } from './StepDetail.tsx'
import { StepReadout } from './StepReadout.tsx'
import { usePlanNames } from './use-plan-names.ts'

const RESOLUTIONS = [
  { value: 'auto', label: 'Auto' },
  { value: 'month', label: 'Month' },
  { value: 'week', label: 'Week' },
  { value: 'day', label: 'Day' },
] as const satisfies readonly { readonly value: View['layerResolution']; readonly label: string }[]

const FILLS = [...Object.values(LAYER_FILLS), ...Object.values(USE_FILLS)]
const BY = { month: 'by month', week: 'by week', day: 'by day' } as const

const showTable = (creditsTable: boolean): void => setView({ creditsTable })

const askOf = ({ references }: CreditLayers['marks'][number]): void => {
  const [first] = references
  if (first !== undefined) askWhy(first)
}

interface Looked extends OfResult {
  readonly layers: CreditLayers
  readonly plans: PlanNames
  readonly onPart: (part: TimePart | null) => void
}

function Picture({ opened, account, layers, plans, onPart }: Looked) {
  const [chosen, setChosen] = useState<string | null>(null)
  const place = layers.steps.findIndex(({ from }) => from === chosen)
  const kinds = useMemo(() => kindsIn(layers.marks), [layers.marks])
  useToShow((reference) => {
    if (reference.kind !== 'balance' && reference.kind !== 'lost') return false
    const period = opened.periods.find(({ index }) => index === reference.period)
    const last = layers.steps.findLast(({ from }) => dateIn(from) < (period?.end ?? ''))
    setChosen(last?.from ?? null)
    return true
  })
  const lookCloser = ({ first, last }: Places) => {
    const [from, to] = [layers.steps[first]?.from, layers.steps[last]?.to]
    if (from === undefined || to === undefined) return
    setView({ layerResolution: 'auto' })
    onPart({ from: dateIn(from), to: dateIn(to) })
  }
  return (
    <>
      <div className={styles.body} data-chart>
        <SeriesFills fills={FILLS} />
        <BurnDown
          layers={layers}
          currency={opened.currency}
          told={(mark) => markInWords(mark, plans)}
          onAsk={askOf}
          readout={(at, marked, x, right) => (
            <StepReadout
              layers={layers}
              place={at}
              marked={marked}
              plans={plans}
              currency={opened.currency}
              x={x}
              right={right}
            />
          )}
          onChoose={(at) => setChosen(layers.steps[at]?.from ?? null)}
          onSpan={lookCloser}
          onAll={() => onPart(null)}
        />
      </div>
      <MarkKey kinds={kinds} />
      {place < 0 ? null : (
        <StepDetail
          layers={layers}
          place={place}
          periods={account === null ? opened.periods : []}
          plans={plans}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}

/** What of an account's totals a title is about. */
const totalsOf = ({ opened, account }: OfResult) =>
  opened.separateAccounts.find((separate) => separate.account === account)?.totals ?? opened.totals

const runOf = ({ opened, account }: OfResult): TimePart => {
  const { start, end } = opened.separateAccounts.find((separate) => separate.account === account) ?? opened
  return { from: start, to: end }
}

/** Credits on hand by where they come from, and how they are used up. */
export function CreditsView({ opened, account }: OfResult) {
  const table = useView((view) => view.creditsTable)
  const resolution = useView((view) => view.layerResolution)
  const [part, setPart] = useState<TimePart | null>(null)
  const plans = usePlanNames()
  const run = useMemo(() => runOf({ opened, account }), [opened, account])
  const of = { id: opened.id, account }
  const whole = useAnswer('results.layers', { ...of, ...windowOf(run, null, 'auto', false) })
  const looked = useAnswer('results.layers', { ...of, ...windowOf(run, part, resolution, table) })
  // A part that an edit left outside of the run is not looked at any more.
  const outside = part !== null && looked.refused.length > 0
  return (
    <Part name="The credits" of={outside ? both(whole, whole) : both(whole, looked)}>
      {([all, shown]) => (
        <Credits
          opened={opened}
          account={account}
          whole={all}
          layers={shown}
          plans={plans}
          part={part}
          onPart={setPart}
        />
      )}
    </Part>
  )
}

function Credits({
  opened,
  account,
  whole,
  layers: shown,
  plans,
  part,
  onPart,
}: Looked & { readonly whole: CreditLayers; readonly part: TimePart | null }) {
  const table = useView((view) => view.creditsTable)
  const resolution = useView((view) => view.layerResolution)
  const [from, to] = [shown.points[0]?.at ?? '', shown.points.at(-1)?.at ?? '']
  return (
    <section className={styles.section} aria-label="Credits on hand over time">
      <SectionHead
        title={creditsTitle(whole, totalsOf({ opened, account }))}
        note={`${spanInWords({ start: from, end: to })}, ${BY[shown.resolution]}`}
        stacked
      >
        <LostReasons totals={totalsOf({ opened, account })} />
        {part === null ? null : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<IconZoomOut size={14} />}
            onClick={() => onPart(null)}
          >
            Show all
          </Button>
        )}
        <SegmentedControl
          aria-label="How far apart points are"
          fullWidth={false}
          data={[...RESOLUTIONS]}
          value={resolution}
          onChange={(layerResolution) => setView({ layerResolution })}
        />
        {table ? <CopyTable text={() => layersTsv(shown, plans, opened.currency)} /> : null}
        <PartExports
          part="credits"
          of={{ opened, account }}
          span={{ start: from, end: to }}
          tables={[
            ...layerTables(shown, plans, opened.currency),
            wholeTableOf({ opened, account }, 'Grants', { kind: 'grants' }),
          ]}
          onTurn={() => showTable(!table)}
        />
        <TableToggle shown={table} onToggle={showTable} />
      </SectionHead>
      {table ? (
        <div className={styles.body}>
          <LayerTables layers={shown} plans={plans} currency={opened.currency} />
        </div>
      ) : (
        <Picture opened={opened} account={account} layers={shown} plans={plans} onPart={onPart} />
      )}
    </section>
  )
}
