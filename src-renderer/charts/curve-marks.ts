import { wholeCredits } from '#renderer/format/figures.ts'
import type { CurvePicture } from './curve-picture.ts'

/** A place in the picture that has something to say. */
export interface Mark {
  readonly id: string
  readonly text: string
  readonly x: number
  readonly y: number
}

/** The end of a line that blocks further usage. */
export interface Stop extends Mark {
  readonly plan: string
  /** The plan is the cheapest up to here: its end is where the next one takes over. */
  readonly handsOver: boolean
}

/** Where another plan becomes the cheapest while the one before still serves. */
export function handOvers({ curves, names, plot }: CurvePicture): readonly Mark[] {
  return curves.envelope.slice(1).flatMap(({ plan, from, monthly }, index) => {
    const last = curves.envelope[index]
    // Where a plan blocks, the end of its line says so.
    if (last === undefined || last.plan === null || plan === null || monthly === null || last.ends !== 'cost')
      return []
    return [
      {
        id: `${last.plan}>${plan} ${from}`,
        text: `${names(last.plan)} → ${names(plan)} ${wholeCredits(from)}`,
        x: plot.x(Number(from)),
        y: plot.y(Number(monthly)),
      },
    ]
  })
}

/** Where the bills of two neighbours on the ladder meet while another plan is cheaper than both. */
export function otherCrossings({ curves, names, plot, upTo, top }: CurvePicture): readonly Mark[] {
  return curves.crossovers.flatMap(({ from, to, usage, monthly, kind, cheaper }) => {
    if (kind !== 'cost' || usage === null || monthly === null || cheaper === null) return []
    if (Number(usage) > upTo || Number(monthly) > top) return []
    return [
      {
        id: `meet:${from}>${to}`,
        text: `${names(from)} → ${names(to)} ${wholeCredits(usage)}`,
        x: plot.x(Number(usage)),
        y: plot.y(Number(monthly)),
      },
    ]
  })
}

/** Where lines end because their plans block. */
export function stops({ curves, ends, names, plot }: CurvePicture): readonly Stop[] {
  return ends.flatMap((end) =>
    end.kind === 'blocks'
      ? [
          {
            id: `stop:${end.plan}`,
            plan: end.plan,
            text: `${names(end.plan)} blocks past ${wholeCredits(end.from)}`,
            x: plot.x(end.usage),
            y: plot.y(end.cost),
            handsOver: curves.envelope.some((part) => part.plan === end.plan && part.ends === 'quota'),
          },
        ]
      : [],
  )
}

/** Where lines leave through the top. */
export function tops({ ends, names, plot }: CurvePicture): readonly (Mark & { readonly plan: string })[] {
  return ends.flatMap((end) =>
    end.kind === 'top'
      ? [
          {
            id: `top:${end.plan}`,
            plan: end.plan,
            text: names(end.plan),
            x: plot.x(end.usage),
            y: plot.top + 8,
          },
        ]
      : [],
  )
}
