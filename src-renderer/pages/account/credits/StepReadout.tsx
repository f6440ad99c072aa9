import type { CreditLayers, LayerMark, LayerPoint } from '#shared/credit-layers.ts'
import { usedName } from '#renderer/charts/layer-series.ts'
import { ReadoutCard, type ReadoutGroup } from '#renderer/charts/ReadoutCard.tsx'
import type { Places } from '#renderer/charts/use-brush.ts'
import { creditLayerName } from '#renderer/finding/credit-layers.ts'
import { markInShort } from '#renderer/finding/layer-marks.ts'
import type { PlanNames } from '#renderer/finding/plan-names.ts'
import { spanInWords } from '#renderer/finding/span-in-words.ts'
import { dateIn, earlierFirst } from '#renderer/format/days.ts'
import { credits, currencySign, day, exactAmount, isZero } from '#renderer/format/figures.ts'

/** Of many marks in one step only so many are told here; the table has them all. */
const MOST_MARKS = 5

/** What the step after a place is called: its day, or from when to when it is. */
export function stepInWords({ steps, resolution }: CreditLayers, place: number): string {
  const step = steps[place]
  if (step === undefined) return ''
  return resolution === 'day' ? day(dateIn(step.from)) : spanInWords({ start: step.from, end: step.to })
}

/** What happened in a step: what of its end is the next one's is not told twice. */
export function marksIn({ steps, marks }: CreditLayers, place: number): readonly LayerMark[] {
  const step = steps[place]
  if (step === undefined) return []
  const isLast = place === steps.length - 1
  return marks.filter(({ at }) => {
    const beforeEnd = earlierFirst(at, step.to)
    return earlierFirst(at, step.from) >= 0 && (beforeEnd < 0 || (isLast && beforeEnd === 0))
  })
}

function onHand(layers: CreditLayers, point: LayerPoint): ReadoutGroup {
  const held = layers.layers
    .filter((layer) => !isZero(point.withGrants[layer]))
    .map((layer) => ({ label: creditLayerName(layer), text: credits(point.withGrants[layer]) }))
  return {
    unit: 'Credits',
    figures: [...held, { label: 'On hand at its start', text: credits(point.withGrants.total) }],
  }
}

/** What is on hand as a step begins, what is used in it, and what happened then; of a marked span how to look closer. */
export function StepReadout({
  layers,
  place,
  marked,
  plans,
  currency,
  x,
  right,
}: {
  readonly layers: CreditLayers
  readonly place: number
  readonly marked: Places | null
  readonly plans: PlanNames
  readonly currency: string
  readonly x: number
  readonly right: number
}) {
  const [point, step] = [layers.points[place], layers.steps[place]]
  if (point === undefined || step === undefined) return null
  if (marked !== null) {
    const [first, last] = [layers.steps[marked.first], layers.steps[marked.last]]
    const span = spanInWords({ start: first?.from ?? step.from, end: last?.to ?? step.to })
    return <ReadoutCard title={`${span}: look closer`} groups={[]} x={x} right={right} />
  }
  const used = [
    { label: usedName('pool'), text: step.poolCredits },
    { label: usedName('grace'), text: step.graceCredits },
    { label: usedName('overage'), text: step.overageCredits },
    { label: usedName('blocked'), text: step.blockedCredits },
  ].flatMap(({ label, text }) => (isZero(text) ? [] : [{ label, text: credits(text) }]))
  const marks = marksIn(layers, place).slice(0, MOST_MARKS)
  return (
    <ReadoutCard
      title={stepInWords(layers, place)}
      groups={[
        onHand(layers, point),
        ...(used.length === 0 ? [] : [{ unit: 'Used in it', figures: used }]),
        ...(point.prepaidMoney === null
          ? []
          : [
              {
                unit: currencySign(currency),
                figures: [{ label: 'Prepaid balance', text: exactAmount(point.prepaidMoney) }],
              },
            ]),
        ...(marks.length === 0
          ? []
          : [
              {
                unit: 'What happened',
                figures: marks.map((mark) => ({
                  label: markInShort(mark, plans),
                  text: mark.credits === null ? '' : credits(mark.credits),
                })),
              },
            ]),
      ]}
      x={x}
      right={right}
    />
  )
}
