import type { ModelMove } from '#shared/variant.ts'
import type { FigureRule } from '#renderer/fields/figure-rule.ts'
import { percent } from '#renderer/format/figures.ts'
import { withAxis } from '#renderer/state/account-edits/variants.ts'
import { useResults } from '#renderer/state/results.ts'
import { AxisAmount, AxisChoice, AxisCount } from './Axis.tsx'
import type { OfVariant } from './of-variant.ts'
import { change, setAxis } from './variant-edits.ts'
import { movesFor } from './variant-offers.ts'

const SAME = '1'
const FACTOR: FigureRule = { min: 0, max: 1_000, decimals: 6 }
const SHARE: FigureRule = { min: 0, max: 100, decimals: 6, unit: '%' }
const MOST_SEATS = 20_000
const NONE: readonly ModelMove[] = []

/** How much is used in a variant and with which models, and how many Full seats are bought. */
export function UsageAxes({ at, variant, account }: OfVariant) {
  const catalog = useResults((results) => results.catalog)
  const mix = variant.modelMix ?? NONE
  const offered = movesFor(account.usage, variant.plan ?? account.plan, catalog).filter(
    (move) => !mix.some((known) => isSame(known, move)),
  )
  const setMix = (of: string, made: (moves: readonly ModelMove[]) => readonly ModelMove[]): void =>
    change(at, of, (before) => {
      const moves = made(before.modelMix ?? NONE)
      return withAxis(before, 'modelMix', moves.length === 0 ? undefined : [...moves])
    })
  return (
    <>
      <AxisCount
        label="Full seats bought"
        value={variant.extraSeats ?? account.extraSeats}
        most={MOST_SEATS}
        onChange={(count) => setAxis(at, 'extraSeats', count === account.extraSeats ? undefined : count)}
      />
      <AxisAmount
        label="Usage times"
        value={variant.usageFactor ?? SAME}
        rule={FACTOR}
        of={at.name}
        onChange={(factor) =>
          setAxis(at, 'usageFactor', factor === null || factor === SAME ? undefined : factor)
        }
      />
      {mix.map((move) => (
        <AxisAmount
          key={keyOf(move)}
          label={`Of ${move.from} on ${move.to}`}
          value={move.share}
          rule={SHARE}
          unit="%"
          none="none"
          of={at.name}
          onChange={(share) =>
            setMix(keyOf(move), (moves) =>
              share === null
                ? moves.filter((known) => !isSame(known, move))
                : moves.map((known) => (isSame(known, move) ? { ...known, share } : known)),
            )
          }
        />
      ))}
      {offered.length === 0 ? null : (
        <AxisChoice
          label="Move work to another model"
          value={undefined}
          own="nothing more moves"
          choices={offered.map((move) => ({
            value: keyOf(move),
            label: `${percent(move.share)} of ${move.from} to ${move.to}`,
          }))}
          onChange={(value) => {
            const move = offered.find((one) => keyOf(one) === value)
            if (move) setMix(keyOf(move), (moves) => [...moves, move])
          }}
        />
      )}
    </>
  )
}

const keyOf = ({ product, from, to }: ModelMove): string => JSON.stringify([product, from, to])

const isSame = (one: ModelMove, other: ModelMove): boolean => keyOf(one) === keyOf(other)
